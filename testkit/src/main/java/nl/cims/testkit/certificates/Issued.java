// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.certificates;

import java.nio.file.Path;
import java.security.cert.X509Certificate;

/// A certificate with its private key, as PEM files and ready for use in this JVM.
///
/// @param subject the distinguished name as RFC 2253 writes it, such as `CN=portal,O=CIMS demo`
/// @param certificate PEM file with the certificate
/// @param privateKey PEM file with the unencrypted PKCS#8 key
/// @param x509 the certificate itself
public record Issued(String subject, Path certificate, Path privateKey, X509Certificate x509) {}
