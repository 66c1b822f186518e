package org.gridtill.api.tck;

import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;

/**
 * One exchange of a protocol, as its specification has it.
 *
 * @param name how a failing test calls it
 * @param frame what the terminal sends
 * @param request what that means
 * @param reply what the platform replies
 * @param answer what the terminal then gets; null if it is enough that it gets something
 */
public record TerminalExample(
    String name, byte[] frame, Request request, Reply reply, byte[] answer) {

  /** Copies the bytes. */
  public TerminalExample {
    frame = frame.clone();
    answer = answer == null ? null : answer.clone();
  }

  @Override
  public byte[] frame() {
    return frame.clone();
  }

  @Override
  public byte[] answer() {
    return answer == null ? null : answer.clone();
  }

  @Override
  public String toString() {
    return name;
  }
}
