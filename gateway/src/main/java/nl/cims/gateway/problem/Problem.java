// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.problem;

import java.nio.charset.StandardCharsets;
import nl.cims.contracts.problem.ProblemType;

/// One refusal: an entry of the closed list, and what the caller can do about it.
///
/// @param type from the closed list
/// @param detail a fixed sentence of ours: what, where, what to do; never anything from the request
public record Problem(ProblemType type, String detail) {

  /// The document (RFC 9457), whose `instance` names the request.
  byte[] document(String requestId) {
    return """
        {"type":"%s","title":"%s","status":%d,"detail":"%s","instance":"urn:cims:request:%s"}\
        """
        .formatted(type.uri(), type.title(), type.status(), detail, requestId)
        .getBytes(StandardCharsets.UTF_8);
  }
}
