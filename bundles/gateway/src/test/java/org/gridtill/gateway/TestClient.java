package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** A terminal's end of a connection, on a plain blocking socket. */
final class TestClient implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;

  TestClient(int port) throws IOException {
    this(new Socket("127.0.0.1", port));
  }

  TestClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout((int) EndpointHarness.DEADLINE.toMillis());
    in = new DataInputStream(socket.getInputStream());
  }

  static byte[] frames(String... words) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String word : words) {
      out.writeShort(word.length());
      out.writeBytes(word);
    }
    return bytes.toByteArray();
  }

  Socket socket() {
    return socket;
  }

  /** Sends frames, all at once. */
  void send(String... words) throws IOException {
    sendBytes(frames(words));
  }

  void sendBytes(byte... bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  String receive() throws IOException {
    byte[] frame = new byte[in.readUnsignedShort()];
    in.readFully(frame);
    return FakeAdapter.text(frame);
  }

  String ask(String word) throws IOException {
    send(word);
    return receive();
  }

  /** Waits for the other end to close, without a further byte. */
  void assertClosed() throws IOException {
    try {
      assertThat(in.read()).as("end of stream").isEqualTo(-1);
    } catch (EOFException | SocketException e) {
      // A reset, which closing sends if bytes came that were not read, is as good an end.
      assertThat(e).isInstanceOf(IOException.class);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
