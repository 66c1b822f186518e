package org.gridtill.simulator.sg186.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Copies what comes in and what goes out into an {@link ExchangeLog}. */
final class ExchangeRecorder {

  private static final String REQUEST = ExchangeRecorder.class.getName() + ".request";

  private ExchangeRecorder() {}

  /** Records that there was no answer. */
  static void noAnswer(ExchangeLog log, Message in) {
    if (log.isOn()) {
      log.add(String.valueOf(in.getExchange().get(REQUEST)), "");
    }
  }

  /** Keeps the request until the answer is there. */
  static final class In extends AbstractPhaseInterceptor<Message> {

    In() {
      super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {
      try {
        byte[] body = message.getContent(InputStream.class).readAllBytes();
        message.setContent(InputStream.class, new ByteArrayInputStream(body));
        message.getExchange().put(REQUEST, new String(body, UTF_8));
      } catch (IOException e) {
        throw new Fault(e);
      }
    }
  }

  /** Records request and answer when the answer is complete. */
  static final class Out extends AbstractPhaseInterceptor<Message> {

    private final ExchangeLog log;

    Out(ExchangeLog log) {
      super(Phase.PRE_STREAM);
      addBefore(StaxOutInterceptor.class.getName());
      this.log = log;
    }

    @Override
    public void handleMessage(Message message) {
      OutputStream wire = message.getContent(OutputStream.class);
      String request = String.valueOf(message.getExchange().get(REQUEST));
      message.setContent(OutputStream.class, new Copy(wire, request, log));
    }
  }

  private static final class Copy extends FilterOutputStream {

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(2048);
    private final String request;
    private final ExchangeLog log;
    private boolean closed;

    Copy(OutputStream wire, String request, ExchangeLog log) {
      super(wire);
      this.request = request;
      this.log = log;
    }

    @Override
    public void write(int b) throws IOException {
      copy.write(b);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      copy.write(bytes, offset, length);
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        // Before the peer has it all, so that one who has the answer finds it in the log.
        log.add(request, copy.toString(UTF_8));
        super.close();
      }
    }
  }
}
