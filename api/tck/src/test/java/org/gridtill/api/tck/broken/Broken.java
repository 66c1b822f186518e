package org.gridtill.api.tck.broken;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.api.tck.hello.HelloAdapter;

/** Adapters with one fault each. */
public final class Broken {

  private Broken() {}

  /** Takes fen for yuan. */
  public static class WrongAmount extends HelloAdapter {
    @Override
    protected long fen(String digits) {
      return 100 * super.fen(digits);
    }
  }

  /** Needs what it has decoded to answer it. */
  public static class Mindful extends HelloAdapter {
    private Request last;

    @Override
    public synchronized Request decode(byte[] frame, TerminalSession session)
        throws FrameException {
      last = super.decode(frame, session);
      return last;
    }

    @Override
    public synchronized byte[] encode(byte[] frame, Reply reply, TerminalSession session) {
      return last == null ? new byte[0] : super.encode(frame, reply, session);
    }
  }

  /** Believes everybody. */
  public static class Trusting extends HelloAdapter {
    @Override
    protected boolean isAuthentic(
        String terminal, byte[] data, byte[] mac, TerminalSession session) {
      return true;
    }
  }

  /** Knows the replies of today alone. */
  public static class Narrow extends HelloAdapter {
    @Override
    public byte[] encode(byte[] frame, Reply reply, TerminalSession session) {
      if (reply instanceof Reply.Paid || reply instanceof Reply.Refused) {
        return super.encode(frame, reply, session);
      }
      throw new IllegalArgumentException("what is a " + reply.getClass());
    }
  }

  /** Reads beyond the end of a short frame. */
  public static class Careless extends HelloAdapter {
    @Override
    public Request decode(byte[] frame, TerminalSession session) throws FrameException {
      if (frame[34] == 0) {
        throw new FrameException(FrameException.Kind.MALFORMED, "a zero");
      }
      return super.decode(frame, session);
    }
  }

  /** Leaves its mark on the frame. */
  public static class Scribbler extends HelloAdapter {
    @Override
    public byte[] encode(byte[] frame, Reply reply, TerminalSession session) {
      frame[0] = 0;
      return super.encode(frame, reply, session);
    }
  }

  /** Has one buffer for everybody. */
  public static class Sharing extends HelloAdapter {
    private byte[] buffer = new byte[0];

    @Override
    public Request decode(byte[] frame, TerminalSession session) throws FrameException {
      buffer = frame;
      Thread.yield();
      return super.decode(buffer, session);
    }
  }

  /** Calls out by itself. */
  public static class Caller extends HelloAdapter {
    @Override
    public byte[] encode(byte[] frame, Reply reply, TerminalSession session) {
      if (frame.length == 1) {
        try (Socket socket = new Socket("192.0.2.1", 80)) {
          return new byte[] {(byte) socket.getPort()};
        } catch (IOException e) {
          return new byte[0];
        }
      }
      return super.encode(frame, reply, session);
    }
  }

  /** Starts a thread, and nobody ends it. */
  public static class Restless extends HelloAdapter {
    private final CountDownLatch never = new CountDownLatch(1);

    /** Starts it. */
    public Restless() {
      Thread thread = new Thread(this::run, "restless");
      thread.setDaemon(true);
      thread.start();
    }

    private void run() {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Leaves something of its own in the threads of others. */
  public static class Clinging extends HelloAdapter {
    private static final ThreadLocal<Clinging> LAST = new ThreadLocal<>();

    @Override
    public Request decode(byte[] frame, TerminalSession session) throws FrameException {
      LAST.set(this);
      return super.decode(frame, session);
    }
  }

  /** Can be made once in a process. */
  public static class Singleton extends HelloAdapter {
    private static final String MARK = "org.gridtill.api.tck.broken.singleton";

    /** Makes it. */
    public Singleton() {
      // In a framework only, where the next version is another class.
      boolean inBundle = getClass().getClassLoader() != ClassLoader.getSystemClassLoader();
      if (inBundle && System.getProperties().putIfAbsent(MARK, "here") != null) {
        throw new IllegalStateException("only one");
      }
    }

    /** Lets it be made again. */
    public static void forget() {
      System.clearProperty(MARK);
    }
  }
}
