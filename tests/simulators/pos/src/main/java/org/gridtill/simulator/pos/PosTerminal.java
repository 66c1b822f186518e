package org.gridtill.simulator.pos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * A POS terminal on one connection. It connects when it first sends something, and again after the
 * connection was lost or dropped; its keys and numbers survive that. For use by one thread.
 *
 * <pre>{@code
 * try (PosTerminal terminal = PosTerminal.of("T0000001", "A001").at("127.0.0.1", 8583).build()) {
 *   terminal.signOn();
 *   PosAnswer bills = terminal.query("0100000001");
 *   PosAnswer paid = terminal.pay("0100000001", bills.amountFen());
 * }
 * }</pre>
 *
 * <p>Methods that exchange messages throw {@link java.net.SocketTimeoutException} if no answer
 * comes in time, {@link ProtocolException} if the answer is wrong (another message's, or its code
 * does not fit), and other {@link IOException}s if the connection fails. In all these cases the
 * outcome of a payment is unknown.
 */
public final class PosTerminal implements AutoCloseable {

  private final String terminalCode;
  private final PosRequests requests;
  private final InetSocketAddress address;
  private final SocketFactory socketFactory;
  private final Duration connectTimeout;
  private final Duration answerTimeout;
  private final TerminalCipher cipher;
  private final byte[] masterKey;
  private final FrameListener listener;

  private FramedSocket connection;
  private WorkingKeys keys;
  private byte[] lastFrame;

  PosTerminal(PosTerminalBuilder builder) {
    terminalCode = builder.terminalCode;
    requests =
        new PosRequests(
            builder.terminalCode,
            builder.agencyCode,
            builder.collectorCode,
            builder.batchNo,
            builder.firstTraceNo);
    address = builder.address;
    socketFactory = builder.socketFactory;
    connectTimeout = builder.connectTimeout;
    answerTimeout = builder.answerTimeout;
    cipher = builder.cipher;
    masterKey = builder.masterKey;
    listener = builder.listener;
  }

  /** Starts to describe a terminal, with the test key of that code. */
  public static PosTerminalBuilder of(String terminalCode, String agencyCode) {
    return new PosTerminalBuilder(terminalCode, agencyCode);
  }

  /** Signs on and takes the new working keys into use. */
  public PosAnswer signOn() throws IOException {
    PosAnswer answer = exchange(signOnRequest());
    if (answer.done()) {
      keys = WorkingKeys.unwrap(cipher, masterKey, answer.message().bytes(62));
      requests.batchNo(PosRequests.batchNo(answer.message()));
    }
    return answer;
  }

  /**
   * Opens a shift: asks for a challenge, has the card answer it, and proves card, PIN and SIM. The
   * card's collector works the terminal from then on.
   *
   * @param card the identity card; null if the terminal has none
   * @param pin its PIN; empty if none is asked for
   * @param sim the SIM; null if the terminal has none
   */
  public PosAnswer openShift(IdentityCard card, String pin, SimCard sim) throws IOException {
    if (card != null) {
      requests.collector(card.collectorCode());
    }
    PosAnswer asked = exchange(requests.askChallenge());
    return asked.done() ? exchange(shiftRequest(card, pin, sim, asked)) : asked;
  }

  /** Opens a shift with the card, PIN and SIM of a simulated terminal. */
  public PosAnswer openShift(TestIdentity identity) throws IOException {
    return openShift(identity.card(), identity.pin(), identity.sim());
  }

  /** Makes, and does not send, the request that opens a shift on a challenge. */
  public PosMessage shiftRequest(IdentityCard card, String pin, SimCard sim, PosAnswer challenge)
      throws IOException {
    List<CardElement> identity = new ArrayList<>();
    if (card != null) {
      identity.addAll(card.prove(terminalCode, challenge));
      if (!pin.isEmpty()) {
        identity.add(card.pinBlock(pin, keys));
      }
    }
    if (sim != null) {
      identity.addAll(sim.elements());
    }
    return requests.openShift(identity);
  }

  /** Closes a shift. */
  public PosAnswer closeShift(long number) throws IOException {
    return exchange(requests.closeShift(number));
  }

  /** Asks whether the platform is there. */
  public PosAnswer echo() throws IOException {
    return exchange(echoRequest());
  }

  /** Asks what a consumer owes. */
  public PosAnswer query(String consumer) throws IOException {
    return exchange(queryRequest(consumer));
  }

  /** Pays the bills of the chosen months; all that a consumer owes if none is chosen. */
  public PosAnswer pay(String consumer, long fen, YearMonth... months) throws IOException {
    return exchange(requests.payBills(consumer, fen, months));
  }

  /** Adds to a consumer's balance. */
  public PosAnswer prepay(String consumer, long fen) throws IOException {
    return exchange(requests.prepay(consumer, fen));
  }

  /** Asks for a consumer's meter, without a card. */
  public PosAnswer queryMeter(String consumer) throws IOException {
    return exchange(requests.queryMeter(consumer));
  }

  /** Buys credit that goes to the meter over the air. */
  public PosAnswer rechargeRemotely(String consumer, long fen) throws IOException {
    return exchange(requests.rechargeRemotely(consumer, fen));
  }

  /** Asks what became of an earlier request, given by its message. */
  public PosAnswer queryTransaction(PosMessage original) throws IOException {
    return exchange(requests.queryTransaction(PosRequests.batchNo(original), original.text(11)));
  }

  /** Undoes an earlier transaction, given by its message, whose answer did not come. */
  public PosAnswer reverse(PosMessage original) throws IOException {
    return exchange(requests.reverse(original));
  }

  /** Undoes a card sale whose answer did not come, and says what became of the card. */
  public PosAnswer reverse(PosMessage original, WriteOutcome card) throws IOException {
    return exchange(PosRequests.saying(requests.reverse(original), card));
  }

  /** Undoes an earlier transaction, given by its message, because the collector wants it. */
  public PosAnswer voidTransaction(PosMessage original) throws IOException {
    return exchange(requests.voidTransaction(original));
  }

  /** Undoes a card sale because the collector wants it, and says what became of the card. */
  public PosAnswer voidTransaction(PosMessage original, WriteOutcome card) throws IOException {
    return exchange(PosRequests.saying(requests.voidTransaction(original), card));
  }

  /** Returns what makes requests of this terminal, to be sent with {@link #exchange}. */
  public PosRequests requests() {
    return requests;
  }

  /** Makes a sign-on without sending it. */
  public PosMessage signOnRequest() {
    return requests.signOn();
  }

  /** Makes an echo without sending it. */
  public PosMessage echoRequest() {
    return requests.echo();
  }

  /** Makes a bill query, with the next trace number, without sending it. */
  public PosMessage queryRequest(String consumer) {
    return requests.queryBills(consumer);
  }

  /** Makes a payment, with the next trace number, without sending it. */
  public PosMessage payRequest(String consumer, long fen) {
    return requests.payBills(consumer, fen);
  }

  /**
   * Sends a message and waits for its answer. The same message may be sent again. It gets a code
   * under the keys of the last sign-on; none if there was no sign-on, or if it is one itself.
   */
  public PosAnswer exchange(PosMessage request) throws IOException {
    sendFrame(frame(request));
    return check(request, receiveFrame());
  }

  /**
   * Sends the last message again, byte for byte, as a network does that doubles packets, and waits
   * for the answer.
   */
  public PosAnswer repeat() throws IOException {
    PosMessage request = PosMessage.parse(lastFrame);
    sendFrame(lastFrame);
    return check(request, receiveFrame());
  }

  /** Sends a message and closes the connection before an answer can come. */
  public void sendAndDrop(PosMessage request) throws IOException {
    sendFrame(frame(request));
    drop();
  }

  /** Returns the frame in which {@link #exchange} would send a message. */
  public byte[] frame(PosMessage request) {
    boolean signOn = request.text(60).endsWith(PosRequests.SIGN_ON);
    return signOn || keys == null ? request.frame() : request.frame(keys);
  }

  /** Sends any bytes as a frame, with their length before them. */
  public void sendFrame(byte[] frame) throws IOException {
    FramedSocket open = connection();
    listener.passed(FrameListener.Direction.SENT, frame);
    lastFrame = frame.clone();
    try {
      open.send(frame);
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  /** Sends any bytes as they are, without a length before them. */
  public void sendBytes(byte[] bytes) throws IOException {
    connection().sendBytes(bytes);
  }

  /**
   * Waits for a frame.
   *
   * @throws java.io.EOFException if the platform closes the connection instead
   */
  public byte[] receiveFrame() throws IOException {
    try {
      byte[] frame = connection().receive(answerTimeout);
      listener.passed(FrameListener.Direction.RECEIVED, frame);
      return frame;
    } catch (IOException e) {
      // What comes later on this connection could be taken for the answer to another message.
      drop();
      throw e;
    }
  }

  /** Closes the connection; the next message makes a new one. */
  public void drop() throws IOException {
    if (connection != null) {
      FramedSocket old = connection;
      connection = null;
      old.close();
    }
  }

  /** Forgets the working keys, as a terminal does that was switched off. */
  public void forgetKeys() {
    keys = null;
  }

  /** Returns the working keys; null before a sign-on. */
  public WorkingKeys workingKeys() {
    return keys;
  }

  /** Returns the terminal's code. */
  public String terminalCode() {
    return terminalCode;
  }

  /** Returns the batch that the terminal works in. */
  public String batchNo() {
    return requests.batchNo();
  }

  @Override
  public void close() throws IOException {
    drop();
  }

  private FramedSocket connection() throws IOException {
    if (connection == null) {
      connection = FramedSocket.connect(socketFactory, address, connectTimeout);
    }
    return connection;
  }

  private PosAnswer check(PosMessage request, byte[] frame) throws IOException {
    PosMessage answer = PosMessage.parse(frame);
    int type = Integer.parseInt(request.type()) + 10;
    if (!answer.type().equals(PosRequests.digits(type, 4))
        || !answer.text(11).equals(request.text(11))) {
      drop();
      throw new ProtocolException("the answer is not that to the request");
    }
    if (!answer.has(64)) {
      return new PosAnswer(answer, false);
    }
    if (keys == null || !PosMessage.isAuthentic(frame, keys)) {
      drop();
      throw new ProtocolException("the answer's message authentication code is wrong");
    }
    return new PosAnswer(answer, true);
  }
}
