// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import nl.cims.broker.staff.Journal;
import nl.cims.broker.web.templates.staff.JtejournalGenerated;
import nl.cims.pages.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What was done to accounts, for administrators and auditors.
@Controller
class JournalPage {

  private final Frames frames;
  private final Journal journal;

  JournalPage(Frames frames, Journal journal) {
    this.frames = frames;
    this.journal = journal;
  }

  @GetMapping(StaffRoute.Paths.JOURNAL)
  ResponseEntity<String> show(HttpServletRequest request) {
    Page page = frames.of(request, "journal.title");
    return Views.page(out -> JtejournalGenerated.render(out, null, page, journal.latest()));
  }
}
