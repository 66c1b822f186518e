package org.gridtill.simulator.pos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Locale;
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

  private static final String SIGN_ON = "903";
  private static final int TRACE_LIMIT = 999_999;

  private final String terminalCode;
  private final String agencyCode;
  private final InetSocketAddress address;
  private final SocketFactory socketFactory;
  private final Duration connectTimeout;
  private final Duration answerTimeout;
  private final byte[] masterKey;
  private final FrameListener listener;

  private FramedSocket connection;
  private WorkingKeys keys;
  private String batchNo;
  private int traceNo;

  private PosTerminal(Builder builder) {
    terminalCode = builder.terminalCode;
    agencyCode = builder.agencyCode;
    address = builder.address;
    socketFactory = builder.socketFactory;
    connectTimeout = builder.connectTimeout;
    answerTimeout = builder.answerTimeout;
    masterKey = builder.masterKey;
    listener = builder.listener;
    batchNo = builder.batchNo;
    traceNo = builder.firstTraceNo - 1;
  }

  /** Starts to describe a terminal, with the test key of that code. */
  public static Builder of(String terminalCode, String agencyCode) {
    return new Builder(terminalCode, agencyCode);
  }

  /** Signs on and takes the new working keys into use. */
  public PosAnswer signOn() throws IOException {
    PosAnswer answer = exchange(signOnRequest());
    if (answer.done()) {
      keys = WorkingKeys.unwrap(masterKey, answer.message().bytes(62));
      batchNo = answer.message().text(60).substring(3, 9);
    }
    return answer;
  }

  /** Asks whether the platform is there. */
  public PosAnswer echo() throws IOException {
    return exchange(echoRequest());
  }

  /** Asks what a consumer owes. */
  public PosAnswer query(String consumer) throws IOException {
    return exchange(queryRequest(consumer));
  }

  /** Pays all that a consumer owes. */
  public PosAnswer pay(String consumer, long fen) throws IOException {
    return exchange(payRequest(consumer, fen));
  }

  /** Asks what became of an earlier request, given by its message. */
  public PosAnswer queryTransaction(PosMessage original) throws IOException {
    return exchange(queryTransactionRequest(batchNo(original), original.text(11)));
  }

  /** Undoes an earlier payment, given by its message. */
  public PosAnswer reverse(PosMessage payment) throws IOException {
    long fen = Long.parseLong(payment.text(4));
    return exchange(reverseRequest(batchNo(payment), payment.text(11), fen));
  }

  /** Makes a sign-on without sending it. */
  public PosMessage signOnRequest() {
    return networkRequest(SIGN_ON);
  }

  /** Makes an echo without sending it. */
  public PosMessage echoRequest() {
    return networkRequest("301");
  }

  /** Makes a bill query, with the next trace number, without sending it. */
  public PosMessage queryRequest(String consumer) {
    return request("0200", "310000", "010", "001").set(48, consumer).set(49, "156");
  }

  /** Makes a payment, with the next trace number, without sending it. */
  public PosMessage payRequest(String consumer, long fen) {
    return request("0200", "190000", "010", "002")
        .set(4, digits(fen, 12))
        .set(48, consumer)
        .set(49, "156");
  }

  /** Makes a query for an earlier transaction, with the next trace number, without sending it. */
  public PosMessage queryTransactionRequest(String originalBatchNo, String originalTraceNo) {
    return request("0200", "380000", "010", "010").set(61, originalBatchNo + originalTraceNo);
  }

  /** Makes a reversal, with the next trace number, without sending it. */
  public PosMessage reverseRequest(String originalBatchNo, String originalTraceNo, long fen) {
    return request("0400", "190000", "010", "012")
        .set(4, digits(fen, 12))
        .set(49, "156")
        .set(61, originalBatchNo + originalTraceNo);
  }

  /**
   * Sends a message and waits for its answer. The same message may be sent again. It gets a code
   * under the keys of the last sign-on; none if there was no sign-on, or if it is one itself.
   */
  public PosAnswer exchange(PosMessage request) throws IOException {
    sendFrame(frame(request));
    return check(request, receiveFrame());
  }

  /** Sends a message and closes the connection before an answer can come. */
  public void sendAndDrop(PosMessage request) throws IOException {
    sendFrame(frame(request));
    drop();
  }

  /** Returns the frame in which {@link #exchange} would send a message. */
  public byte[] frame(PosMessage request) {
    boolean signOn = request.text(60).endsWith(SIGN_ON);
    return signOn || keys == null ? request.frame() : request.frame(keys);
  }

  /** Sends any bytes as a frame, with their length before them. */
  public void sendFrame(byte[] frame) throws IOException {
    FramedSocket open = connection();
    listener.passed(FrameListener.Direction.SENT, frame);
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

  /** Returns the terminal's code. */
  public String terminalCode() {
    return terminalCode;
  }

  /** Returns the batch that the terminal works in. */
  public String batchNo() {
    return batchNo;
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

  private PosMessage networkRequest(String function) {
    return request("0800", null, "000", function);
  }

  private PosMessage request(String type, String processing, String business, String function) {
    traceNo = traceNo % TRACE_LIMIT + 1;
    PosMessage message = new PosMessage(type);
    if (processing != null) {
      message.set(3, processing);
    }
    return message
        .set(11, digits(traceNo, 6))
        .set(41, terminalCode)
        .set(42, agencyCode)
        .set(60, business + batchNo + function);
  }

  private PosAnswer check(PosMessage request, byte[] frame) throws IOException {
    PosMessage answer = PosMessage.parse(frame);
    int type = Integer.parseInt(request.type()) + 10;
    if (!answer.type().equals(digits(type, 4)) || !answer.text(11).equals(request.text(11))) {
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

  private static String batchNo(PosMessage message) {
    return message.text(60).substring(3, 9);
  }

  private static String digits(long number, int count) {
    return String.format(Locale.ROOT, "%0" + count + "d", number);
  }

  /** Describes a terminal. */
  public static final class Builder {

    private final String terminalCode;
    private final String agencyCode;
    private InetSocketAddress address = new InetSocketAddress("127.0.0.1", 8583);
    private SocketFactory socketFactory = SocketFactory.getDefault();
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration answerTimeout = Duration.ofSeconds(60);
    private byte[] masterKey;
    private FrameListener listener = (direction, frame) -> {};
    private String batchNo = "000001";
    private int firstTraceNo = traceNoOfNow();

    private Builder(String terminalCode, String agencyCode) {
      this.terminalCode = terminalCode;
      this.agencyCode = agencyCode;
      this.masterKey = TestKeys.masterKey(terminalCode);
    }

    /** Sets where the platform listens; 127.0.0.1, port 8583 unless told. */
    public Builder at(String host, int port) {
      address = new InetSocketAddress(host, port);
      return this;
    }

    /** Sets what makes sockets: that of a TLS context, say. */
    public Builder sockets(SocketFactory factory) {
      socketFactory = factory;
      return this;
    }

    /** Sets how long to wait for a connection (5 s unless told) and for an answer (60 s). */
    public Builder timeouts(Duration connect, Duration answer) {
      connectTimeout = connect;
      answerTimeout = answer;
      return this;
    }

    /** Sets the master key, 16 bytes; the test key of the terminal's code unless told. */
    public Builder masterKey(byte[] key) {
      masterKey = key.clone();
      return this;
    }

    /** Sets who sees the frames. */
    public Builder listener(FrameListener frameListener) {
      listener = frameListener;
      return this;
    }

    /** Sets the batch to work in until the platform names one; 000001 unless told. */
    public Builder batchNo(String batch) {
      batchNo = batch;
      return this;
    }

    /**
     * Sets the first trace number. A real terminal keeps the last one in its memory; unless told,
     * this one takes it from the clock, ten a second, so that one run seldom meets another's.
     */
    public Builder firstTraceNo(int number) {
      firstTraceNo = number;
      return this;
    }

    /** Makes the terminal; it does not connect yet. */
    public PosTerminal build() {
      return new PosTerminal(this);
    }

    private static int traceNoOfNow() {
      return (int) (System.currentTimeMillis() / 100 % TRACE_LIMIT) + 1;
    }
  }
}
