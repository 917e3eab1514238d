// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.Seal;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.portal.overview.Sealer;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.StubTls;
import tools.jackson.databind.json.JsonMapper;

/// Plays the gateway with the register behind it.
final class StubGateway implements AutoCloseable {

  /// What it answers.
  volatile DossierView dossier = Examples.dossier();

  volatile AccessLogView log = Examples.accessLog();
  volatile AccessLogProof proof = Examples.proof();
  volatile PlanningView planning = Examples.planning(PlanningView.Stage.NOTHING_RECEIVED);
  volatile Optional<ProblemType> refusal = Optional.empty();

  /// With what it seals exports, and until when it holds them back.
  final Sealer sealer = new Sealer();

  volatile CountDownLatch exportsFrom = new CountDownLatch(0);
  final AtomicInteger exportsHeld = new AtomicInteger();

  /// Path with query of each question, and the authorisation that came with it.
  final List<String> questions = new CopyOnWriteArrayList<>();

  final List<String> authorizations = new CopyOnWriteArrayList<>();

  private final StubTls server;
  private final JsonMapper json = JsonMapper.builder().build();

  StubGateway(CertificateAuthority authority) throws IOException, JOSEException {
    this.server = new StubTls(authority, "gateway");
    server.on(DossierView.PATH, exchange -> answer(exchange, dossier));
    server.on(PlanningView.PATH, exchange -> answer(exchange, planning));
    server.on(SourcesView.PATH, exchange -> answer(exchange, Examples.sources()));
    server.on(AccessLogView.PATH, exchange -> answer(exchange, log));
    server.on(AccessLogView.PATH + "/", exchange -> answer(exchange, proof));
    server.on(ExportView.PATH, this::export);
    server.on(Seal.KEYS_PATH, exchange -> answer(exchange, sealer.keys()));
  }

  StubTls server() {
    return server;
  }

  private void export(HttpExchange exchange) throws IOException {
    exportsHeld.incrementAndGet();
    try {
      exportsFrom.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    String query = exchange.getRequestURI().getQuery();
    answer(exchange, sealer.export(dossier, query.substring(query.indexOf('=') + 1)));
  }

  private void answer(HttpExchange exchange, Object view) throws IOException {
    questions.add(exchange.getRequestURI().toString());
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    if (refusal.isPresent()) {
      ProblemType problem = refusal.get();
      StubTls.answer(
          exchange,
          problem.status(),
          ProblemType.MEDIA_TYPE,
          "{\"type\":\"%s\",\"status\":%d}".formatted(problem.uri(), problem.status()));
    } else {
      StubTls.answer(exchange, 200, "application/json", json.writeValueAsString(view));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
