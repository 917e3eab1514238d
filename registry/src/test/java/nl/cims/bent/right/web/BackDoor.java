// SPDX-License-Identifier: EUPL-1.2
package nl.cims.bent.right.web;

public class BackDoor {}
