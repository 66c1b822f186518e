package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.simulator.pos.PosMessage;
import org.junit.Test;

/** What peers do that are no terminals of ours, and what is written into the log of it all. */
public class HostilePeers extends SharedSite {

  private static final int FRAMES = 2_000;
  private static final int ADDRESSES = 10;

  /** Three payments, which are below an agency's limit whatever the debtors owe. */
  private static final int PAY_AFTER = 700;

  private static final int LONGEST_FRAME = 2_048;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final Pattern CONNECTIONS =
      Pattern.compile("(?m)^pos\\b.*?(\\d+)\\s*(?:of|/)\\s*\\d+");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  public void malformedFramesKeepNobodyFromPaying() throws Exception {
    String consumer = site.debtor();
    byte[] good = terminal.frame(agent.payment(consumer));
    int paid = 0;
    for (int i = 0; i < FRAMES; i++) {
      attack(1 + i % ADDRESSES, malformed(good, i % 5));
      if (i % PAY_AFTER == 0) {
        PosMessage payment = agent.payment(site.debtor());
        assertThat(terminal.exchange(payment).code())
            .as("seed %d, frame %d", seed, i)
            .isEqualTo("00");
        paid++;
      }
    }
    assertThat(agent.recorded()).hasSize(paid);
    assertThat(site.distribution().shell("gridtill:trial-balance")).contains("balanced");
    terminal.drop();
    Eventually.holds("no connection is left", Duration.ofSeconds(30), () -> connections() == 0);
  }

  /** Sends bytes from another address of this machine, and waits until the other side has done. */
  private void attack(int address, byte[] bytes) throws IOException {
    InetAddress from = InetAddress.getByName("127.0.1." + address);
    InetAddress to = InetAddress.getByName(Distribution.HOST);
    try (Socket socket = new Socket(to, Distribution.POS_PORT, from, 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      in.readAllBytes();
    } catch (SocketException e) {
      // Reset, which is an answer too.
      assertThat(e).isNotNull();
    }
  }

  /**
   * Returns noise, a frame cut short, one with a wrong length, garbage behind a header, too much.
   */
  private byte[] malformed(byte[] good, int kind) {
    byte[] noise = new byte[1 + random.nextInt(300)];
    random.nextBytes(noise);
    return switch (kind) {
      case 0 -> noise;
      case 1 -> framed(Arrays.copyOf(good, random.nextInt(good.length)), 0);
      case 2 -> framed(good, 1 + random.nextInt(100));
      case 3 -> {
        System.arraycopy(good, 0, noise, 0, Math.min(21, noise.length));
        yield framed(noise, 0);
      }
      default -> framed(new byte[LONGEST_FRAME + 1], 0);
    };
  }

  private static byte[] framed(byte[] frame, int more) {
    byte[] bytes = new byte[2 + frame.length];
    int length = frame.length + more;
    bytes[0] = (byte) (length >> 8);
    bytes[1] = (byte) length;
    System.arraycopy(frame, 0, bytes, 2, frame.length);
    return bytes;
  }

  private int connections() throws IOException {
    String table = site.distribution().shell("gridtill:endpoint-list");
    Matcher found = CONNECTIONS.matcher(table);
    assertThat(found.find()).as(table).isTrue();
    return Integer.parseInt(found.group(1));
  }

  @Test
  public void theLogCannotBeForgedAndNamesNobody() throws Exception {
    String consumer = site.debtor();
    List<String> personal = terminal.query(consumer).text().lines().toList();
    assertThat(personal).as("name and address").hasSizeGreaterThan(1).noneMatch(String::isBlank);
    assertThat(terminal.exchange(agent.payment(consumer)).code()).isEqualTo("00");
    site.distribution()
        .shell(
            "log:log -l ERROR \"mark-1 a\u001B[31m\u202Eb\u2028c 13812345678 6214830012345678\"");
    Path log = site.distribution().path("data/log/karaf.log");
    Eventually.holds("it is logged", PATIENCE, () -> Files.readString(log).contains("mark-1"));

    String text = Files.readString(log);
    assertThat(text.lines().filter(line -> line.contains("mark-1")))
        .anyMatch(line -> line.endsWith("mark-1 a?[31m?b?c 138****5678 621483***5678"));
    assertThat(text).doesNotContain("\u001B", "\u202E", "\u2028", "13812345678");
    assertThat(personal).noneMatch(text::contains);
  }
}
