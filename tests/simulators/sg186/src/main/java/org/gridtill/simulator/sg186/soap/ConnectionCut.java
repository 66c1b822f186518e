package org.gridtill.simulator.sg186.soap;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.OutgoingChainInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Closes the connection instead of answering, where the operation asked for that. */
final class ConnectionCut extends AbstractPhaseInterceptor<Message> {

  private static final String CUT = ConnectionCut.class.getName();

  /** What makes Jetty close the connection; other codes are answers. */
  private static final int CLOSE_CONNECTION = -1;

  private final ExchangeLog log;

  ConnectionCut(ExchangeLog log) {
    super(Phase.POST_INVOKE);
    addBefore(OutgoingChainInterceptor.class.getName());
    this.log = log;
  }

  /** Asks, from within an operation, that its connection be closed. */
  static void request() {
    PhaseInterceptorChain.getCurrentMessage().getExchange().put(CUT, Boolean.TRUE);
  }

  @Override
  public void handleMessage(Message message) {
    if (!message.getExchange().containsKey(CUT)) {
      return;
    }
    ExchangeRecorder.noAnswer(log, message);
    try {
      HttpServletResponse response =
          (HttpServletResponse) message.get(AbstractHTTPDestination.HTTP_RESPONSE);
      response.sendError(CLOSE_CONNECTION);
    } catch (IOException e) {
      throw new Fault(e);
    }
    message.getInterceptorChain().abort();
  }
}
