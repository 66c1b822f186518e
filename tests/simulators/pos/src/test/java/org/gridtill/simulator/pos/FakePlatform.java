package org.gridtill.simulator.pos;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * Listens on a port of its own and answers each frame with the next of the answers it was given.
 */
public final class FakePlatform implements AutoCloseable {

  /** Field 62 with a PIN and a MAC key for the master key {@link #MASTER_KEY}. */
  static final byte[] FIELD_62 =
      HexFormat.of()
          .parseHex(
              "71A55BFC8650E37183984CF11D111C3253E107B3"
                  + "CB6E466BDB5418E3E804B3DE8DA9CC0D9AD77DCB");

  public static final byte[] MASTER_KEY =
      HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210");

  private final ServerSocket server;
  private final Queue<UnaryOperator<byte[]>> answers = new ConcurrentLinkedQueue<>();
  private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();

  public FakePlatform() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake-platform");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Answers the next frame so; an answer of null closes the connection, an empty one is none. */
  public FakePlatform then(UnaryOperator<byte[]> answer) {
    answers.add(answer);
    return this;
  }

  /** Answers the next request with the response code and signs the answer. */
  public FakePlatform thenCode(String code) {
    return then(frame -> answer(frame, code).frame(keys()));
  }

  public FakePlatform thenSignOn() {
    return then(frame -> answer(frame, "00").set(62, FIELD_62).frame());
  }

  byte[] nextReceived() {
    return received.remove();
  }

  public static WorkingKeys keys() {
    try {
      return WorkingKeys.unwrap(MASTER_KEY, FIELD_62);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the answer to a request, without a code. */
  public static PosMessage answer(byte[] frame, String code) {
    try {
      PosMessage request = PosMessage.parse(frame);
      String type = "0" + (Integer.parseInt(request.type()) + 10);
      PosMessage answer = new PosMessage(type);
      for (int field : new int[] {3, 4, 11, 41, 42, 48, 49, 60, 61}) {
        if (request.has(field)) {
          answer.set(field, request.bytes(field));
        }
      }
      return answer.set(39, code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        serve(socket);
      } catch (IOException e) {
        // The terminal has dropped the connection, or the test is over: wait for the next.
        continue;
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    while (true) {
      byte[] frame = new byte[in.readUnsignedShort()];
      in.readFully(frame);
      received.add(frame);
      byte[] answer = answers.remove().apply(frame);
      if (answer == null) {
        return;
      }
      if (answer.length > 0) {
        out.writeShort(answer.length);
        out.write(Arrays.copyOf(answer, answer.length));
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
