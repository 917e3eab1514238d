// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.messages;

import nl.cims.testkit.people.Source;

/// A message ready to be sent through the gateway.
///
/// @param sender who sends it
/// @param method `POST` or `PUT`
/// @param path below the gateway's address, with the query if there is one
/// @param body JSON
/// @param doses how many vaccinations it is about
public record Message(Source sender, String method, String path, String body, int doses) {

  /// The media type of the body.
  public static final String MEDIA_TYPE = "application/fhir+json";

  @Override
  public String toString() {
    return "Message[%s %s, %d doses]".formatted(method, sender.id(), doses);
  }
}
