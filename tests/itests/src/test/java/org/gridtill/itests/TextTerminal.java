package org.gridtill.itests;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gridtill.simulator.pos.TestKeys;
import org.gridtill.simulator.pos.WorkingKeys;

/**
 * A terminal of the kind that the archetype's adapter serves, written from its PROTOCOL.md. It has
 * the test key of its code. For use by one thread.
 */
final class TextTerminal implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;
  private static final HexFormat HEX = HexFormat.of();

  private final String code;
  private final String agencyCode;
  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final DataOutputStream out;
  private WorkingKeys keys;
  private String batchNo = "000001";
  private int traceNo;

  /** Connects. */
  TextTerminal(String code, String agencyCode, int port) throws IOException {
    this.code = code;
    this.agencyCode = agencyCode;
    socket.connect(new InetSocketAddress(Distribution.HOST, port), TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  /** Signs on and takes the working key into use. */
  Map<String, String> signOn() throws IOException {
    keys = null;
    Map<String, String> answer = exchange(request("sign-on", ""));
    if (answer.get("status").equals("ok")) {
      byte[] key = HEX.parseHex(answer.get("key") + answer.get("check"));
      // A POS terminal gets two keys at once, this one its only key.
      byte[] twice = ByteBuffer.allocate(2 * key.length).put(key).put(key).array();
      keys = WorkingKeys.unwrap(TestKeys.masterKey(code), twice);
      batchNo = answer.get("batch");
    }
    return answer;
  }

  /** Makes a request with the next trace number, with its code if there is a key for it. */
  byte[] request(String name, String lines) {
    traceNo++;
    String text =
        "request=%s\nterminal=%s\nagency=%s\nbatch=%s\ntrace=%06d\n%s"
            .formatted(name, code, agencyCode, batchNo, traceNo, lines);
    return keys == null ? bytes(text) : bytes(text + "mac=" + mac(text) + "\n");
  }

  /**
   * Sends a request and returns the lines of its answer; those of one name as one text.
   *
   * @throws ProtocolException if the answer's code is wrong, or it is that to another request
   */
  Map<String, String> exchange(byte[] request) throws IOException {
    out.writeShort(request.length);
    out.write(request);
    byte[] frame = in.readNBytes(in.readUnsignedShort());
    Map<String, String> answer = new LinkedHashMap<>();
    StringBuilder before = new StringBuilder();
    for (String line : new String(frame, StandardCharsets.UTF_8).split("\n")) {
      String[] parts = line.split("=", 2);
      if (parts[0].equals("mac") && (keys == null || !parts[1].equals(mac(before.toString())))) {
        throw new ProtocolException("the answer's code is wrong");
      }
      answer.merge(parts[0], parts[1], (first, next) -> first + '\n' + next);
      before.append(line).append('\n');
    }
    String sent = new String(request, StandardCharsets.UTF_8);
    if (!sent.contains("\ntrace=" + answer.get("trace") + "\n")) {
      throw new ProtocolException("the answer is not that to the request: " + answer);
    }
    return answer;
  }

  private String mac(String text) {
    return HEX.formatHex(keys.mac(bytes(text))).toUpperCase(Locale.ROOT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
