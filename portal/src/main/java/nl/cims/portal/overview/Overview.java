// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.web.DossierTable;

/// What stands on the paper.
///
/// @param table the dossier
/// @param organisation whose paper it is
/// @param address where people reach the portal
/// @param statement what the first seal says: of whom it is, its number, its moment
/// @param codes one for each seal
public record Overview(
    DossierTable table, String organisation, URI address, Statement statement, List<Code> codes) {

  public Overview {
    codes = List.copyOf(codes);
  }

  /// A printed code.
  ///
  /// @param part which one, from 1
  /// @param first number of the first vaccination that it covers
  /// @param last number of the last one
  /// @param link where it leads
  /// @param picture its picture as a `data:` address; empty if it says more than a code holds
  public record Code(int part, int first, int last, String link, Optional<String> picture) {

    @Override
    public String toString() {
      return "Code[hidden]";
    }
  }

  /// The paper for an export.
  ///
  /// @throws IllegalStateException if a seal says nothing that the contract knows
  static Overview of(ExportView export, PortalSettings settings) {
    List<Statement> statements =
        export.seals().stream().map(Statement::read).flatMap(Optional::stream).toList();
    if (statements.isEmpty() || statements.size() != export.seals().size()) {
      throw new IllegalStateException("an export has seals that can be read");
    }
    String start = settings.publicAddress().resolve(PortalPage.CODE) + "#";
    List<Code> codes = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < statements.size(); i++) {
      int after = before + statements.get(i).seal().vaccinations().size();
      codes.add(code(export.seals().get(i), start, i + 1, before + 1, after));
      before = after;
    }
    return new Overview(
        new DossierTable(export.dossier(), settings.programmes()),
        settings.organisation().name(),
        settings.publicAddress(),
        statements.getFirst(),
        codes);
  }

  private static Code code(String jws, String start, int part, int first, int last) {
    Optional<String> digits = SealCode.pack(jws);
    Optional<String> picture =
        digits
            .flatMap(number -> QrImage.png(start, number))
            .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    return new Code(part, first, last, start + digits.orElse(""), picture);
  }

  @Override
  public String toString() {
    return "Overview[hidden]";
  }
}
