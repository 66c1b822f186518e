package org.gridtill.simulator.sg186.control;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.gridtill.simulator.sg186.soap.ExchangeLog.Exchange;

/** Shows a SOAP exchange to a reader. */
final class ExchangeText {

  private ExchangeText() {}

  static String show(Exchange exchange, boolean indent) {
    String head = "#" + exchange.number() + " " + exchange.time() + "\n";
    String response =
        exchange.response().isEmpty()
            ? "(connection closed without an answer)"
            : xml(exchange.response(), indent);
    return head + ">> " + xml(exchange.request(), indent) + "\n<< " + response + "\n";
  }

  private static String xml(String text, boolean indent) {
    if (!indent) {
      return text;
    }
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      transformer.transform(new StreamSource(new StringReader(text)), new StreamResult(out));
      return out.toString().strip();
    } catch (TransformerException e) {
      // What is no XML is shown as it came.
      return text;
    }
  }
}
