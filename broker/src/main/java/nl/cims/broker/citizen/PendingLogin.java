// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the portal asked for, kept while the citizen is with DigiD.
///
/// @param clientId who asked
/// @param redirectUri where the citizen goes back to, whatever happens; already checked
/// @param state the portal's own, given back unchanged
/// @param query the whole request, to be taken up again after DigiD
/// @param since when he was sent to DigiD
/// @param language `ui_locales` for DigiD's pages: `nl` or `en`
public record PendingLogin(
    String clientId,
    String redirectUri,
    @Nullable String state,
    String query,
    Instant since,
    String language)
    implements Serializable {}
