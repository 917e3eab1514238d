// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.register;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.contracts.citizen.SourcesView.Source;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.pages.Language;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.login.BackChannel;
import nl.cims.portal.login.Citizen;
import nl.cims.portal.register.Answer.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/// The register, asked through the gateway in one round trip each. Nothing that it says about
/// somebody is kept.
@Component
public final class Register {

  private static final Logger LOG = LoggerFactory.getLogger(Register.class);
  private static final MediaType PROBLEM = MediaType.valueOf(ProblemType.MEDIA_TYPE);

  private final RestClient client;
  private final URI gateway;
  private final Freshness freshness;

  Register(RestClient.Builder builder, BackChannel back, PortalSettings settings, Clock clock) {
    this.freshness = new Freshness(clock);
    this.client = builder.requestFactory(back.connections()).build();
    this.gateway = settings.gateway();
  }

  /// The citizen's whole dossier. Each call is a look, which the access log shows him.
  public Answer<DossierView> dossier(Citizen citizen) {
    return ask(citizen, gateway.resolve(DossierView.PATH), DossierView.class);
  }

  /// What is planned for the citizen. Each call is a look, which the access log shows him.
  public Answer<PlanningView> planning(Citizen citizen) {
    return ask(citizen, gateway.resolve(PlanningView.PATH), PlanningView.class);
  }

  /// The citizen's whole dossier to take along. Each call is an export, which the access log shows
  /// him.
  public Answer<ExportView> export(Citizen citizen, Language language) {
    URI address =
        UriComponentsBuilder.fromUri(gateway.resolve(ExportView.PATH))
            .queryParam("language", language.code())
            .build()
            .toUri();
    return ask(citizen, address, ExportView.class);
  }

  /// When each kind of party last reported, asked once a minute for everybody; empty as long as the
  /// register has not said, or not for ten minutes.
  public List<Source> sources(Citizen citizen) {
    return freshness.sources(
        () -> ask(citizen, gateway.resolve(SourcesView.PATH), SourcesView.class));
  }

  /// Who looked at the citizen's dossier from the first day up to and including the last.
  public Answer<AccessLogView> accessLog(Citizen citizen, LocalDate from, LocalDate until) {
    URI address =
        UriComponentsBuilder.fromUri(gateway.resolve(AccessLogView.PATH))
            .queryParam("from", from)
            .queryParam("until", until)
            .build()
            .toUri();
    return ask(citizen, address, AccessLogView.class);
  }

  /// The proof that a line about the citizen stands in a published checkpoint of the log. Each call
  /// is a look, which the access log shows him.
  public Answer<AccessLogProof> proof(Citizen citizen, UUID line) {
    return ask(citizen, gateway.resolve(AccessLogProof.path(line)), AccessLogProof.class);
  }

  private <T> Answer<T> ask(Citizen citizen, URI address, Class<T> view) {
    try {
      return client
          .get()
          .uri(address)
          .accept(MediaType.APPLICATION_JSON, PROBLEM)
          .headers(headers -> headers.setBearerAuth(citizen.accessToken().reveal()))
          .exchangeForRequiredValue((request, response) -> read(response, view));
    } catch (RestClientException unreachable) {
      LOG.warn("The gateway gave no answer: {}", unreachable.getClass().getSimpleName());
      return new Answer.Refused<>(Refusal.UNREACHABLE);
    }
  }

  private static <T> Answer<T> read(ConvertibleClientHttpResponse response, Class<T> view)
      throws IOException {
    int status = response.getStatusCode().value();
    if (status == 200) {
      T body = response.bodyTo(view);
      return body == null ? new Answer.Refused<>(Refusal.UNREACHABLE) : new Answer.Given<>(body);
    }
    LOG.info("The gateway answered {}", status);
    return new Answer.Refused<>(
        switch (status) {
          case 401 ->
              isProblem(response, ProblemType.LOGIN_TOO_OLD)
                  ? Refusal.LOGIN_TOO_OLD
                  : Refusal.LOGIN_ENDED;
          case 403 ->
              isProblem(response, ProblemType.ASSURANCE_TOO_LOW)
                  ? Refusal.LEVEL_TOO_LOW
                  : Refusal.NOT_ALLOWED;
          case 404 -> Refusal.NOT_ALLOWED;
          case 429 -> Refusal.TOO_BUSY;
          default -> Refusal.UNREACHABLE;
        });
  }

  private static boolean isProblem(ConvertibleClientHttpResponse response, ProblemType type)
      throws IOException {
    if (!PROBLEM.isCompatibleWith(response.getHeaders().getContentType())) {
      return false;
    }
    Map<?, ?> problem = response.bodyTo(Map.class);
    return problem != null
        && String.valueOf(problem.get("type")).toLowerCase(Locale.ROOT).equals(type.uri());
  }
}
