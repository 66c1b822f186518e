package org.gridtill.simulator.pos;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;

/** A connection that carries frames, each after two bytes of length. For use by one thread. */
final class FramedSocket implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;

  private FramedSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  /**
   * Connects.
   *
   * @throws IOException if that fails or takes longer than the time-out
   */
  static FramedSocket connect(SocketFactory factory, InetSocketAddress address, Duration timeout)
      throws IOException {
    Socket socket = factory.createSocket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, Math.toIntExact(timeout.toMillis()));
      socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
      if (socket instanceof SSLSocket tls) {
        tls.startHandshake();
      }
      return new FramedSocket(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  void send(byte[] frame) throws IOException {
    byte[] withLength =
        ByteBuffer.allocate(2 + frame.length).putShort((short) frame.length).put(frame).array();
    sendBytes(withLength);
  }

  /** Sends bytes as they are, without a length before them. */
  void sendBytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /**
   * Waits for a frame.
   *
   * @throws java.net.SocketTimeoutException if none comes in time
   * @throws EOFException if the peer closes the connection instead
   */
  byte[] receive(Duration timeout) throws IOException {
    socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    byte[] frame = new byte[in.readUnsignedShort()];
    in.readFully(frame);
    return frame;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
