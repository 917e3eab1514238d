// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// Puts a file into a PDF as PDF/A-3 wants it (ISO 19005-3, 6.8): named, typed, and with what it is
/// to the document.
final class Attachment {

  static final String NAME = "fhir.json";

  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
  private static final COSName ALTERNATIVE = COSName.getPDFName("Alternative");
  private static final COSName ASSOCIATED = COSName.getPDFName("AF");

  private Attachment() {}

  /// The document's content as FHIR.
  static void fhir(PDDocument document, byte[] json, String description, Instant at)
      throws IOException {
    PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json));
    file.setSubtype(OverviewPages.FHIR.toString());
    file.setSize(json.length);
    file.setModDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));

    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(NAME);
    specification.setFileUnicode(NAME);
    specification.setFileDescription(description);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.getCOSObject().setItem(RELATIONSHIP, ALTERNATIVE);

    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(NAME, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);

    COSArray associated = new COSArray();
    associated.add(specification);
    document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
  }
}
