// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/// Encrypts a file to one recipient while it is written: CMS AuthEnvelopedData (RFC 5083) with
/// AES-256-GCM, in DER. The recipient opens it with `openssl cms -decrypt -inform DER -binary`.
final class Envelope {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private Envelope() {}

  /// What is written to it comes out encrypted; nothing of it is complete until it is closed.
  static OutputStream to(X509Certificate recipient, OutputStream out) throws IOException {
    CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
    try {
      generator.addRecipientInfoGenerator(key(recipient));
      OutputAEADEncryptor content =
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(PROVIDER)
                  .build();
      return generator.open(out, content);
    } catch (CMSException | GeneralSecurityException cause) {
      throw new IllegalStateException("an export could not be encrypted to its recipient", cause);
    }
  }

  private static RecipientInfoGenerator key(X509Certificate recipient)
      throws GeneralSecurityException, CMSException {
    if (recipient.getPublicKey() instanceof ECPublicKey curve) {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
      pairs.initialize(curve.getParams());
      KeyPair once = pairs.generateKeyPair();
      return new JceKeyAgreeRecipientInfoGenerator(
              CMSAlgorithm.ECDH_SHA256KDF,
              once.getPrivate(),
              once.getPublic(),
              CMSAlgorithm.AES256_WRAP)
          .addRecipient(recipient)
          .setProvider(PROVIDER);
    }
    OAEPParameterSpec padding =
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    AlgorithmIdentifier oaep =
        new JcaAlgorithmParametersConverter()
            .getAlgorithmIdentifier(
                org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.id_RSAES_OAEP, padding);
    return new JceKeyTransRecipientInfoGenerator(recipient, oaep).setProvider(PROVIDER);
  }
}
