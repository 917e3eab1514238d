// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page to log in on, cancel or let it fail. No session is kept, so that each login asks again.
@Controller
final class LoginController {

  private final DigidSettings settings;
  private final TestCitizens citizens;
  private final Answers answers;
  private final Pages pages;

  LoginController(DigidSettings settings, TestCitizens citizens, Answers answers, Pages pages) {
    this.settings = settings;
    this.citizens = citizens;
    this.answers = answers;
    this.pages = pages;
  }

  @GetMapping("/authorize")
  void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Question> question = Question.in(request, settings);
    if (question.isEmpty()) {
      pages.message(response, 400, "bad-request");
    } else {
      show(response, question.get(), AssuranceLevel.SUBSTANTIEEL, null);
    }
  }

  @PostMapping("/authorize")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Question> asked = Question.in(request, settings);
    if (asked.isEmpty()) {
      pages.message(response, 400, "bad-request");
      return;
    }
    Question question = asked.get();
    switch (String.valueOf(request.getParameter("action"))) {
      case "cancel" -> response.sendRedirect(question.answer("error", "access_denied"));
      case "fail" -> response.sendRedirect(question.answer("error", "server_error"));
      default -> login(question, request, response);
    }
  }

  private void login(Question question, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AssuranceLevel level =
        chosen(AssuranceLevel.values(), request.getParameter("level"))
            .orElse(AssuranceLevel.SUBSTANTIEEL);
    String citizen = request.getParameter("citizen");
    String digits = "other".equals(citizen) ? request.getParameter("bsn") : citizen;
    if (digits == null || digits.isBlank()) {
      show(response, question, level, "choose");
      return;
    }
    Optional<Bsn> bsn = Bsn.parse(digits.strip());
    if (bsn.isEmpty()) {
      show(response, question, level, "no-bsn");
      return;
    }
    Unusual unusual =
        chosen(Unusual.values(), request.getParameter("unusual")).orElse(Unusual.NONE);
    String code = answers.keep(question, bsn.get(), level, unusual);
    response.sendRedirect(question.answer("code", code));
  }

  private void show(
      HttpServletResponse response, Question question, AssuranceLevel level, @Nullable String error)
      throws IOException {
    Texts texts = new Texts(question.language());
    pages.login(
        response,
        error == null ? 200 : 422,
        new LoginForm(question, citizens.all(), texts, level, error));
  }

  private static <E extends Enum<E>> Optional<E> chosen(E[] all, @Nullable String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
  }
}
