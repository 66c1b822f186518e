package org.gridtill.api.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.MoneyRequest;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What an adapter to a kind of terminal must keep to. The vendor extends it, makes the adapter, and
 * gives examples of the protocol; all else follows from these.
 */
public abstract class TerminalAdapterTck extends AdapterTck<TerminalAdapter> {

  private static final int BAD_FRAMES = 20_000;
  private static final int THREADS = 8;
  private static final int ROUNDS = 50;

  /** The longest frame that the platform sends to a terminal. */
  private static final int LONGEST_ANSWER = 65_535;

  /** What a translator has no need of. */
  private static final List<String> NOT_FOR_TRANSLATORS =
      List.of(
          "java.net.Socket",
          "java.net.Datagram",
          "java.net.http.",
          "java.nio.channels.",
          "java.nio.file.Files",
          "java.io.File",
          "java.lang.Thread",
          "java.util.Timer",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ThreadPool",
          "java.util.concurrent.ScheduledThreadPool",
          "java.util.concurrent.ForkJoin",
          "javax.crypto.");

  private TerminalAdapter adapter;

  /** Makes a suite. */
  protected TerminalAdapterTck() {
    super(TerminalAdapter.class);
  }

  /** Returns a new adapter, as the bundle's service would be. */
  protected abstract TerminalAdapter adapter();

  /** Returns exchanges of each service of the protocol; at least one of them about money. */
  protected abstract List<TerminalExample> examples();

  /**
   * Returns a session that finds the code of each example's frame valid, and no other. A protocol
   * without codes returns one that is never asked.
   */
  protected abstract TerminalSession session();

  /** Returns a session that finds every code wrong. */
  protected TerminalSession suspiciousSession() {
    return new SuspiciousSession();
  }

  /** Makes the adapter that is examined. */
  @BeforeEach
  final void makeAdapter() {
    adapter = adapter();
  }

  @Override
  List<String> forbiddenReferences() {
    return NOT_FOR_TRANSLATORS;
  }

  @Override
  void use(TerminalAdapter service) throws FrameException {
    for (TerminalExample example : examples()) {
      exchange(service, example);
    }
  }

  private void exchange(TerminalAdapter service, TerminalExample example) throws FrameException {
    TerminalSession session = session();
    byte[] frame = example.frame();
    assertThat(service.decode(frame, session)).as(example.name()).isEqualTo(example.request());
    assertThat(frame)
        .as("the frame of " + example + " is left as it was")
        .isEqualTo(example.frame());
    byte[] answer = service.encode(frame, example.reply(), session);
    assertThat(frame)
        .as("the frame of " + example + " is left as it was")
        .isEqualTo(example.frame());
    if (example.answer() == null) {
      assertThat(answer).as("the answer to " + example).isNotEmpty();
    } else {
      assertThat(answer).as("the answer to " + example).isEqualTo(example.answer());
    }
  }

  @Test
  @DisplayName("Every example means what it says, and is answered as it says")
  void translatesTheExamples() throws FrameException {
    assertThat(examples()).as("examples").isNotEmpty();
    assertThat(examples())
        .as("examples about money")
        .anyMatch(example -> example.request() instanceof MoneyRequest);
    use(adapter);
  }

  @Test
  @DisplayName("The same frame means the same however often it comes, to any instance")
  void keepsNothingInMind() throws FrameException {
    use(adapter);
    use(adapter);
    TerminalAdapter another = adapter();
    for (TerminalExample example : examples()) {
      TerminalSession session = session();
      adapter.decode(example.frame(), session);
      byte[] answer = another.encode(example.frame(), example.reply(), session);
      assertThat(answer).as("%s, answered by the next version", example).isNotEmpty();
    }
  }

  @Test
  @DisplayName("A request about money is refused if its code is wrong")
  void refusesWhatIsNotAuthentic() {
    for (TerminalExample example : examples()) {
      if (example.request().mustBeAuthentic()) {
        assertThatThrownBy(() -> adapter.decode(example.frame(), suspiciousSession()))
            .as("%s with a wrong code", example)
            .isInstanceOfSatisfying(
                FrameException.class,
                e -> assertThat(e.kind()).isEqualTo(FrameException.Kind.NOT_AUTHENTIC));
      }
    }
  }

  @Test
  @DisplayName("Every refusal, and a reply of a later API, is told the terminal")
  void answersWhateverThePlatformReplies() {
    for (TerminalExample example : examples()) {
      List<Reply> replies = new ArrayList<>(Replies.toAnything());
      if (example.request() instanceof MoneyRequest) {
        replies.addAll(Replies.toPayment());
      }
      if (example.request() instanceof Request.QueryBills) {
        replies.addAll(Replies.toQuery());
      }
      for (Reply reply : replies) {
        assertThatCode(() -> answer(example, reply))
            .as("%s, answered with %s", example, shortened(reply))
            .doesNotThrowAnyException();
      }
    }
  }

  private void answer(TerminalExample example, Reply reply) throws FrameException {
    TerminalSession session = session();
    adapter.decode(example.frame(), session);
    byte[] answer = adapter.encode(example.frame(), reply, session);
    assertThat(answer).isNotEmpty();
    assertThat(answer.length).isLessThanOrEqualTo(LONGEST_ANSWER);
  }

  private static String shortened(Reply reply) {
    String text = reply.toString();
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  @Test
  @DisplayName("A bad frame is refused in the protocol's own way, whatever is wrong with it")
  void survivesBadFrames() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Mutations mutations = new Mutations(seed);
    List<TerminalExample> all = examples();
    for (int i = 0; i < BAD_FRAMES; i++) {
      TerminalExample from = all.get(i % all.size());
      byte[] frame = mutations.of(from.frame());
      byte[] copy = frame.clone();
      try {
        Request request = adapter.decode(frame, session());
        assertThat(request).as("frame %d of seed %d", i, seed).isNotNull();
      } catch (FrameException e) {
        checkRefusal(e, frame);
      } catch (RuntimeException | Error e) {
        fail("frame %d of seed %d, made of %s: %s".formatted(i, seed, from, e), e);
      }
      assertThat(frame).as("frame %d of seed %d is left as it was", i, seed).isEqualTo(copy);
    }
  }

  private static void checkRefusal(FrameException refusal, byte[] frame) {
    assertThat(refusal.kind()).isNotNull();
    assertThat(refusal.getMessage()).as("what is wrong").isNotBlank();
    assertThat(refusal.getMessage().length()).as(refusal.getMessage()).isLessThan(500);
    byte[] answer = refusal.answer();
    if (answer != null) {
      assertThat(answer).as("an answer to a frame of %d bytes", frame.length).isNotEmpty();
      assertThat(answer.length).isLessThanOrEqualTo(LONGEST_ANSWER);
    }
  }

  @Test
  @DisplayName("Several threads at once get what each would get alone")
  void isSafeForThreads() throws Exception {
    Together.run(
        THREADS,
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            use(adapter);
          }
          return null;
        });
  }

  /** Finds every code wrong, and so has no key to do anything else with. */
  private static final class SuspiciousSession implements TerminalSession {

    @Override
    public String remoteAddress() {
      return "192.0.2.1";
    }

    @Override
    public Verification verify(String terminalCode, byte[] data, byte[] mac) {
      return Verification.INVALID;
    }

    @Override
    public byte[] sign(byte[] data) {
      return new byte[0];
    }

    @Override
    public byte[] encipher(byte[] data) {
      throw new IllegalStateException("the frame was not found valid");
    }

    @Override
    public byte[] decipher(byte[] data) {
      throw new IllegalStateException("the frame was not found valid");
    }
  }
}
