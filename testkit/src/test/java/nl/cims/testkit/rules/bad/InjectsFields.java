// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules.bad;

import jakarta.annotation.Resource;

public class InjectsFields {
  @Resource private Object store;

  @Override
  public String toString() {
    return "store " + store;
  }
}
