package org.gridtill.simulator.sg186.soap;

import java.nio.charset.StandardCharsets;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Answers in UTF-8, whatever encoding the request came in or forgot to name. */
final class Utf8Out extends AbstractPhaseInterceptor<Message> {

  Utf8Out() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(Message message) {
    message.put(Message.ENCODING, StandardCharsets.UTF_8.name());
  }
}
