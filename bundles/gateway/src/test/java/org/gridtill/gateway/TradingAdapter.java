package org.gridtill.gateway;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;

/**
 * A version of an adapter, which reads payments such as {@code T1 PAY} and does with each word as a
 * test tells it. Its answer is its name, a space and the frame.
 */
final class TradingAdapter implements TerminalAdapter {

  private final String name;
  final List<String> decoded = new ArrayList<>();

  /** How it refuses, null for not at all. */
  volatile Kind refusal;

  /** Whether it fails. */
  volatile boolean broken;

  /** Whether it forgets to check the code. */
  volatile boolean careless;

  TradingAdapter(String name) {
    this.name = name;
  }

  @Override
  public Request decode(byte[] frame, TerminalSession session) throws FrameException {
    String text = FakeAdapter.text(frame);
    decoded.add(text);
    if (broken) {
      throw new IllegalStateException("a bug in " + name);
    }
    if (refusal != null) {
      throw new FrameException(refusal, name + " says no", FakeAdapter.bytes(name + " refuses"));
    }
    String terminal = text.substring(0, text.indexOf(' '));
    if (!careless) {
      session.verify(terminal, new byte[1], new byte[] {1});
    }
    return new Request.PayBills(
        new Origin(terminal, "A1", "000001", "000001"), new ConsumerNo("1"), Money.ofFen(100));
  }

  @Override
  public byte[] encode(byte[] frame, Reply reply, TerminalSession session) {
    String kind = reply instanceof Reply.Refused refused ? " " + refused.reason() : "";
    return FakeAdapter.bytes(name + ' ' + FakeAdapter.text(frame) + kind);
  }
}
