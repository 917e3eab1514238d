// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.cims.registry.intake.fhir.Element.Form;

/// Reads FHIR's XML into elements. A document type, entities, foreign namespaces and stray text are
/// refused; comments, processing instructions and the order of elements do not matter.
final class XmlSyntax {

  private static final String FHIR = "http://hl7.org/fhir";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final XMLInputFactory XML = factory();

  /// An element that is open, and how many children of each name it has.
  private record Open(Element element, Map<String, Integer> names) {
    Element next(String name) {
      return element.add(name, names.merge(name, 1, Integer::sum) - 1, false);
    }
  }

  private final XMLStreamReader reader;
  private final Limits limits = Limits.ofOneMessage();
  private final Deque<Open> open = new ArrayDeque<>();

  private XmlSyntax(XMLStreamReader reader) {
    this.reader = reader;
  }

  /// @throws Unreadable if it is not one XML element of FHIR
  static Element read(byte[] body) {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(text(body)));
      Element root = Element.root();
      new XmlSyntax(reader).document(root);
      return root;
    } catch (XMLStreamException noXml) {
      int line = noXml.getLocation() == null ? 0 : noXml.getLocation().getLineNumber();
      throw new Unreadable("structure", "this is not valid XML, see line " + line);
    }
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable("structure", "this is not valid UTF-8");
    }
  }

  private void document(Element root) throws XMLStreamException {
    open.push(new Open(root, new HashMap<>()));
    while (reader.hasNext()) {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Unreadable("security", "a document type or entity is not allowed" + here());
        default -> {
          // Comments, processing instructions and white space say nothing.
        }
      }
    }
  }

  private void start() throws XMLStreamException {
    limits.count();
    if (open.size() > Limits.DEPTH * 2) {
      throw new Unreadable("too-costly", "the XML is nested too deeply");
    }
    String name = reader.getLocalName();
    Open parent = open.element();
    if (name.equals("div") && XHTML.equals(reader.getNamespaceURI())) {
      narrative(parent.next(name));
    } else if (!FHIR.equals(reader.getNamespaceURI())) {
      throw new Unreadable("structure", "an element is not in FHIR's namespace" + here());
    } else if (Character.isUpperCase(name.charAt(0))) {
      resource(parent, name);
    } else {
      Open element = new Open(parent.next(name), new HashMap<>());
      attributes(element);
      open.push(element);
    }
  }

  /// In XML a resource is an element of its own inside the one that holds it; here they are one.
  private void resource(Open holder, String name) {
    if (holder.element().resourceType() != null || !holder.element().children().isEmpty()) {
      throw new Unreadable("structure", "a resource stands where none can be" + here());
    }
    holder.element().beResource(name);
    open.push(holder);
  }

  private void attributes(Open element) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (SCHEMA_INSTANCE.equals(reader.getAttributeNamespace(i))) {
        continue;
      }
      String value = reader.getAttributeValue(i);
      switch (reader.getAttributeLocalName(i)) {
        case "value" -> element.element().write(value, Form.XML);
        case "id" -> element.next("id").write(value, Form.XML);
        case "url" -> element.next("url").write(value, Form.XML);
        default ->
            throw new Unreadable("structure", "an attribute is not value, url or id" + here());
      }
    }
  }

  /// The narrative is for people; the register does not read it.
  private void narrative(Element div) throws XMLStreamException {
    div.write("-", Form.XML);
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private void text() {
    if (!reader.isWhiteSpace()) {
      throw new Unreadable("structure", "text stands between elements" + here());
    }
  }

  private String here() {
    return ", at line " + reader.getLocation().getLineNumber();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }
}
