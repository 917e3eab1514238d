// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.GatewayProperties;
import nl.cims.gateway.GatewayProperties.Limits;
import nl.cims.gateway.limit.MessageBody;
import nl.cims.gateway.limit.MessageTooLarge;
import nl.cims.gateway.problem.Problem;
import nl.cims.gateway.problem.Problems;
import nl.cims.gateway.route.Route;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/// One request to the registry and its answer back, each as a stream: of a message no more is held
/// than a buffer. The registry's own refusals pass unchanged; only its absence is ours to tell.
@Component
class RegistryExchange implements ProxyExchange {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryExchange.class);

  private final CloseableHttpClient client;
  private final HttpHost registry;
  private final Limits limits;

  RegistryExchange(CloseableHttpClient client, GatewayProperties properties) {
    this.client = client;
    this.registry = HttpHost.create(properties.registry());
    this.limits = properties.limits();
  }

  @Override
  public ServerResponse exchange(Request request) {
    HttpServletRequest incoming = request.getServerRequest().servletRequest();
    return switch (Message.of(incoming, mostBytes(incoming))) {
      case Message.TooLarge() -> tooLarge();
      case Message.Encoded() ->
          refusal(
              new Problem(
                  ProblemType.UNSUPPORTED_MEDIA_TYPE,
                  "Send the message as it is, without a Content-Encoding."),
              Map.of("Accept-Encoding", "identity"));
      case Message.Absent() -> send(outgoing(request, incoming), MessageBody.NONE);
      case Message.Present(MessageBody body, long length) -> {
        HttpUriRequestBase outgoing = outgoing(request, incoming);
        outgoing.setEntity(new MessageEntity(body, length, outgoing));
        yield send(outgoing, body);
      }
    };
  }

  private long mostBytes(HttpServletRequest incoming) {
    boolean file = Route.of(incoming).filter(Route::takesFiles).isPresent();
    return (file ? limits.fileSize() : limits.messageSize()).toBytes();
  }

  private static HttpUriRequestBase outgoing(Request request, HttpServletRequest incoming) {
    URI uri = Objects.requireNonNull(request.getUri(), "the route has no address");
    HttpUriRequestBase outgoing = new HttpUriRequestBase(request.getMethod().name(), uri);
    PassedHeaders.toTheRegistry(incoming, outgoing);
    return outgoing;
  }

  private ServerResponse send(ClassicHttpRequest outgoing, MessageBody body) {
    try {
      ClassicHttpResponse answer = client.executeOpen(registry, outgoing, null);
      return ServerResponse.status(answer.getCode())
          .build(
              (request, response) -> {
                passOn(answer, response);
                return null;
              });
    } catch (IOException failed) {
      return body.failure()
          .map(RegistryExchange::senderBroke)
          .orElseGet(() -> registryIsAway(failed));
    }
  }

  private static void passOn(ClassicHttpResponse answer, HttpServletResponse response)
      throws IOException {
    try (answer) {
      PassedHeaders.fromTheRegistry(answer, response);
      HttpEntity entity = answer.getEntity();
      if (entity == null) {
        return;
      }
      if (entity.getContentLength() >= 0) {
        response.setContentLengthLong(entity.getContentLength());
      }
      try (InputStream content = entity.getContent()) {
        content.transferTo(response.getOutputStream());
      }
    }
  }

  private static ServerResponse senderBroke(IOException failure) {
    return failure instanceof MessageTooLarge
        ? tooLarge()
        : refusal(
            new Problem(
                ProblemType.MALFORMED_REQUEST,
                "The message broke off before its end, or its framing is not valid HTTP; send it"
                    + " again."),
            Map.of());
  }

  private static ServerResponse registryIsAway(IOException failed) {
    LOG.warn("the registry cannot be reached: {}", failed.getClass().getSimpleName());
    return refusal(
        new Problem(
            ProblemType.UPSTREAM_UNAVAILABLE,
            "The registry cannot be reached; send the same request again later, a message is never"
                + " registered twice."),
        Map.of("Retry-After", "5"));
  }

  private static ServerResponse tooLarge() {
    return refusal(
        new Problem(
            ProblemType.CONTENT_TOO_LARGE,
            "The message is larger than this gateway passes on; send it in smaller parts."),
        Map.of());
  }

  private static ServerResponse refusal(Problem problem, Map<String, String> headers) {
    return ServerResponse.status(problem.type().status())
        .build(
            (request, response) -> {
              Problems.answer(request, response, problem, headers);
              return null;
            });
  }
}
