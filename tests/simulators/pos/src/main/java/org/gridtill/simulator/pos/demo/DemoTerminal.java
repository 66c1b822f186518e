package org.gridtill.simulator.pos.demo;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.gridtill.simulator.pos.FrameListener;
import org.gridtill.simulator.pos.FramePrinter;
import org.gridtill.simulator.pos.IdentityCard;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.TestIdentity;

/**
 * Signs on, opens a shift, queries a consumer's bills, pays them and asks for the transaction
 * again, showing what goes over the wire; then, if a consumer with a card meter is named, sells
 * credit on a card. Ends with 0 if all is done, 1 if not, 2 if the command line is wrong.
 */
public final class DemoTerminal {

  private static final int QUERIES = 5;
  private static final long SECONDS_BETWEEN_QUERIES = 3;

  private final PrintStream out;
  private final DemoOptions options;

  DemoTerminal(DemoOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Runs the demonstration. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int exitCode;
    try {
      DemoOptions options = DemoOptions.parse(args);
      exitCode = new DemoTerminal(options, out).run() ? 0 : 1;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(DemoOptions.USAGE);
      exitCode = 2;
    }
    System.exit(exitCode);
  }

  /** Returns whether the bills are paid, and the card is in order if there is one. */
  boolean run() {
    try (PosTerminal terminal =
        PosTerminal.of(options.terminal(), options.agency())
            .at(options.host(), options.port())
            .listener(this::show)
            .build()) {
      return signOn(terminal) && openShift(terminal) && payBills(terminal) && sellOnACard(terminal);
    } catch (ConnectException e) {
      return fail("Nothing listens at " + address() + "; is the platform running?");
    } catch (SocketTimeoutException e) {
      return fail("The platform at " + address() + " gave no answer in time.");
    } catch (EOFException e) {
      return fail("The platform at " + address() + " closed the connection without an answer.");
    } catch (IOException e) {
      return fail("The conversation with " + address() + " broke off: " + e.getMessage());
    }
  }

  private boolean signOn(PosTerminal terminal) throws IOException {
    title("1. Sign on: " + options.terminal() + " of agency " + options.agency());
    PosAnswer answer = terminal.signOn();
    if (!answer.done()) {
      return refused("the sign-on", answer);
    }
    out.println("Signed on, batch " + terminal.batchNo() + ", working keys checked.");
    return true;
  }

  private boolean openShift(PosTerminal terminal) throws IOException {
    TestIdentity identity = TestIdentity.of(options.terminal());
    title(
        "2. Shift: card " + identity.card().cardNo() + ", PIN, and SIM " + identity.sim().iccid());
    PosAnswer answer = terminal.openShift(identity);
    if (!answer.done() || !answer.authentic()) {
      return refused("to open a shift", answer);
    }
    out.println("Shift " + IdentityCard.shiftNo(answer) + " is open; now money may move.");
    return true;
  }

  private boolean payBills(PosTerminal terminal) throws IOException {
    title("3. Bill query: consumer " + options.consumer());
    PosAnswer bills = terminal.query(options.consumer());
    if (!bills.done()) {
      return refused("the query", bills);
    }
    showBills(bills);
    if (bills.amountFen() == 0) {
      return fail("Consumer " + options.consumer() + " owes nothing; choose another.");
    }
    title("4. Bill payment: " + yuan(bills.amountFen()) + " yuan");
    PosMessage payment = terminal.payRequest(options.consumer(), bills.amountFen());
    return pay(terminal, payment);
  }

  private boolean pay(PosTerminal terminal, PosMessage payment) throws IOException {
    PosAnswer answer = exchange(terminal, payment);
    boolean known = answer != null && answer.authentic() && !answer.code().equals("09");
    if (known && !answer.done()) {
      return refused("the payment", answer);
    }
    title("5. Last-transaction query");
    PosAnswer found = terminal.queryTransaction(payment);
    for (int i = 1; i < QUERIES && found.code().equals("09"); i++) {
      out.println("The outcome is not known yet; asking again.");
      pause();
      found = terminal.queryTransaction(payment);
    }
    if (!found.done() || !found.authentic()) {
      return refused("the last-transaction query", found);
    }
    out.println("Paid: serial number " + found.serialNo() + ", receipt " + found.receiptNo());
    out.println();
    TextBox.around(found.text()).forEach(out::println);
    return true;
  }

  private boolean sellOnACard(PosTerminal terminal) throws IOException {
    if (options.cardConsumer().isEmpty()) {
      return true;
    }
    String failure = new CardDemo(terminal, options.cardConsumer(), out).run();
    return failure.isEmpty() || fail(failure);
  }

  /** Returns the answer; null if none came. */
  private PosAnswer exchange(PosTerminal terminal, PosMessage payment) throws IOException {
    try {
      return terminal.exchange(payment);
    } catch (SocketTimeoutException | ProtocolException | EOFException e) {
      out.println("No answer that counts: " + e);
      return null;
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_QUERIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void showBills(PosAnswer bills) {
    out.println(bills.text());
    for (PosAnswer.BillLine line : bills.bills()) {
      out.printf(
          "  %s  charge %10s  late penalty %8s%n",
          line.month(), yuan(line.energyChargeFen()), yuan(line.latePenaltyFen()));
    }
    out.println("  months due: " + bills.monthsDue() + ", in all " + yuan(bills.amountFen()));
  }

  private void show(FrameListener.Direction direction, byte[] frame) {
    boolean sent = direction == FrameListener.Direction.SENT;
    out.println();
    out.println(sent ? "terminal ==> platform" : "terminal <== platform");
    try {
      FramePrinter.print(frame, false).forEach(line -> out.println("  " + line));
    } catch (ProtocolException e) {
      out.println("  " + frame.length + " bytes that are no message: " + e.getMessage());
    }
    out.println();
  }

  private void title(String text) {
    title(out, text);
  }

  static void title(PrintStream out, String text) {
    out.println();
    out.println("--- " + text + " ---");
  }

  private boolean refused(String what, PosAnswer answer) {
    String proof = answer.authentic() ? "" : " (an answer without a MAC)";
    return fail(
        "The platform refused " + what + ": code " + answer.code() + ", " + answer.text() + proof);
  }

  private boolean fail(String sentence) {
    out.println();
    out.println("FAILED: " + sentence);
    return false;
  }

  private String address() {
    return options.host() + ":" + options.port();
  }

  static String yuan(long fen) {
    return fen / 100 + "." + fen / 10 % 10 + fen % 10;
  }
}
