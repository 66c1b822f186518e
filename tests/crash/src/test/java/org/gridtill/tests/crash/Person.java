package org.gridtill.tests.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/**
 * Somebody who logs in to the shell over ssh, anew for each command, since Karaf ends the session
 * with its first channel. For use by one thread.
 */
final class Person implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SshClient client = SshClient.setUpDefaultClient();
  private final String name;
  private final String password;
  private final int port;

  Person(String name, String password, int port) {
    this.name = name;
    this.password = password;
    this.port = port;
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.start();
  }

  private ClientSession logIn() throws IOException {
    ClientSession session = client.connect(name, "127.0.0.1", port).verify(PATIENCE).getSession();
    session.addPasswordIdentity(password);
    session.auth().verify(PATIENCE);
    return session;
  }

  /** Runs a command as a script does, with lines on its standard input; returns what it printed. */
  String run(String command, String... lines) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String input = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    try (ClientSession session = logIn();
        ChannelExec channel = session.createExecChannel(command)) {
      channel.setIn(new ByteArrayInputStream(input.getBytes(US_ASCII)));
      channel.setOut(printed);
      channel.setErr(printed);
      channel.open().verify(PATIENCE);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
    }
    return printed.toString(US_ASCII);
  }

  /** Sits at a terminal, runs a command, and types each answer once its question is there. */
  String type(String command, String[] questions, String[] answers)
      throws IOException, TimeoutException, InterruptedException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (ClientSession session = logIn();
        ChannelShell channel = session.createShellChannel()) {
      channel.setOut(seen);
      channel.setErr(seen);
      channel.open().verify(PATIENCE);
      OutputStream keyboard = channel.getInvertedIn();
      Poll.until("a prompt", PATIENCE, () -> seen.toString(US_ASCII).contains("> "));
      write(keyboard, command);
      for (int i = 0; i < questions.length; i++) {
        String question = questions[i];
        Poll.until(question, PATIENCE, () -> seen.toString(US_ASCII).contains(question));
        write(keyboard, answers[i]);
      }
      write(keyboard, "logout");
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
    }
    return seen.toString(US_ASCII);
  }

  private static void write(OutputStream keyboard, String line) throws IOException {
    keyboard.write((line + "\r").getBytes(US_ASCII));
    keyboard.flush();
  }

  @Override
  public void close() {
    client.stop();
  }
}
