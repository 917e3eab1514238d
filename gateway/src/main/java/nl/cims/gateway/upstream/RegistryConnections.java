// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.upstream;

import java.util.concurrent.TimeUnit;
import nl.cims.gateway.GatewayProperties;
import nl.cims.gateway.GatewayProperties.Timeouts;
import nl.cims.gateway.OwnTls;
import nl.cims.revocation.RevocationLists;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The pool of connections to the registry. A blocking client on virtual threads: it hands a
/// request to no other thread, which is what an asynchronous client spends most of a hop on.
/// Nothing that a browser would do: no redirects, cookies, retries or decompression.
@Configuration(proxyBeanMethods = false)
class RegistryConnections {

  /// A bound in front of the registry: more requests than this wait for a connection, shortly.
  private static final int MOST_CONNECTIONS = 128;

  private static final TimeValue UNWATCHED = TimeValue.ofSeconds(1);
  private static final TimeValue LONGEST_USE = TimeValue.ofMinutes(10);

  @Bean(destroyMethod = "close")
  CloseableHttpClient registryClient(
      GatewayProperties properties, OwnTls tls, RevocationLists lists) {
    return HttpClients.custom()
        .setRequestExecutor(new TrueRegistry(lists))
        .setConnectionManager(pool(tls, properties.timeouts()).build())
        .setDefaultRequestConfig(requests(properties.timeouts()))
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableDefaultUserAgent()
        .disableRedirectHandling()
        .build();
  }

  private static PoolingHttpClientConnectionManagerBuilder pool(OwnTls tls, Timeouts timeouts) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setTlsSocketStrategy(
            (socket, target, port, attachment, context) ->
                new DefaultClientTlsStrategy(tls.now())
                    .upgrade(socket, target, port, attachment, context))
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setConnPoolPolicy(PoolReusePolicy.LIFO)
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setDefaultSocketConfig(
            SocketConfig.custom()
                .setTcpNoDelay(true)
                .setSoTimeout(timeout(timeouts.answer().toMillis()))
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(timeouts.connect().toMillis()))
                .setSocketTimeout(timeout(timeouts.answer().toMillis()))
                .setValidateAfterInactivity(UNWATCHED)
                .setTimeToLive(LONGEST_USE)
                .build());
  }

  private static RequestConfig requests(Timeouts timeouts) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(timeout(timeouts.connect().toMillis()))
        .setResponseTimeout(timeout(timeouts.answer().toMillis()))
        .setExpectContinueEnabled(false)
        .build();
  }

  private static Timeout timeout(long millis) {
    return Timeout.of(millis, TimeUnit.MILLISECONDS);
  }
}
