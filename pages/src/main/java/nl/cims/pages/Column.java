// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.util.List;

/// One column of links in the footer.
public record Column(String title, List<Link> links) {

  public Column {
    links = List.copyOf(links);
  }
}
