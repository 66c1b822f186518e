package org.gridtill.adapter.sg186.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.MessageObserver;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.apache.cxf.ws.addressing.EndpointReferenceType;

/**
 * Carries the messages of a CXF client by {@link HttpPost}.
 *
 * <p>CXF's own conduit is not enough where money hangs on an answer: it bounds the wait for the
 * first byte only, and what it throws does not tell whether the request was delivered.
 */
public final class PostConduit extends AbstractConduit {

  private static final Logger LOG = LogUtils.getL7dLogger(PostConduit.class);
  private static final int OK = 200;
  private static final int FAULT = 500;

  private final HttpPost http;

  /** Makes a conduit; it connects when the first message goes out. */
  public PostConduit(PostSettings settings) {
    super(reference(settings));
    this.http = new HttpPost(settings);
  }

  @Override
  public void prepare(Message message) {
    message.setContent(OutputStream.class, new ByteArrayOutputStream(2048));
  }

  /** Sends the message that was written, and hands the answer on; ends an answer that was read. */
  @Override
  public void close(Message message) throws IOException {
    OutputStream written = message.getContent(OutputStream.class);
    if (written instanceof ByteArrayOutputStream) {
      message.removeContent(OutputStream.class);
      byte[] body = ((ByteArrayOutputStream) written).toByteArray();
      receive(message.getExchange(), http.post(headers(message), body));
    } else {
      super.close(message);
    }
  }

  @Override
  protected Logger getLogger() {
    return LOG;
  }

  private static void receive(Exchange exchange, HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean xml = type.toLowerCase(Locale.ROOT).startsWith("text/xml");
    if (!xml || (status != OK && status != FAULT)) {
      throw new IOException("HTTP status " + status + (xml ? "" : ", and the answer is no XML"));
    }
    Message answer = new MessageImpl();
    answer.setExchange(exchange);
    answer.put(Message.RESPONSE_CODE, status);
    answer.put(Message.CONTENT_TYPE, type);
    answer.setContent(InputStream.class, new ByteArrayInputStream(response.body()));
    exchange.get(MessageObserver.class).onMessage(answer);
  }

  private static Map<String, String> headers(Message message) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "text/xml");
    headers.put("Content-Type", (String) message.get(Message.CONTENT_TYPE));
    Object protocol = message.get(Message.PROTOCOL_HEADERS);
    if (protocol instanceof Map<?, ?> given
        && given.get("SOAPAction") instanceof List<?> action
        && !action.isEmpty()) {
      headers.put("SOAPAction", String.valueOf(action.get(0)));
    }
    return headers;
  }

  private static EndpointReferenceType reference(PostSettings settings) {
    AttributedURIType address = new AttributedURIType();
    address.setValue(settings.url().toString());
    EndpointReferenceType reference = new EndpointReferenceType();
    reference.setAddress(address);
    return reference;
  }
}
