package org.gridtill.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/**
 * Runs commands in the shell of a distribution, over SSH as its own client does, but without a
 * process for each, which takes a hundred times as long. Safe for use by several threads.
 */
final class SshShell implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SshClient client = SshClient.setUpDefaultClient();
  private final String host;
  private final int port;

  SshShell(String host, int port) {
    this.host = host;
    this.port = port;
    client.setServerKeyVerifier((session, address, key) -> true);
    client.start();
  }

  /**
   * Runs a command and returns what it prints.
   *
   * @throws IOException if nobody answers, the user may not log in, or the command fails
   */
  String run(String user, String password, String command) throws IOException {
    try (ClientSession session =
        client.connect(user, host, port).verify(PATIENCE).getClientSession()) {
      session.addPasswordIdentity(password);
      session.auth().verify(PATIENCE);
      try (ChannelExec channel = session.createExecChannel(command)) {
        return run(channel, command);
      }
    }
  }

  private static String run(ChannelExec channel, String command) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    channel.setOut(output);
    channel.setErr(output);
    channel.open().verify(PATIENCE);
    Set<ClientChannelEvent> events =
        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
    if (events.contains(ClientChannelEvent.TIMEOUT)) {
      throw new IOException("the shell did not answer: " + command);
    }
    String text = output.toString(StandardCharsets.UTF_8);
    Integer status = channel.getExitStatus();
    if (status == null || status != 0) {
      throw new IOException(command + " failed: " + text);
    }
    return text;
  }

  @Override
  public void close() {
    client.stop();
  }
}
