package org.gridtill.adapter.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.adapter.pos.Scenario.Example;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.FrameException.Kind;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.TerminalCipher;
import org.gridtill.simulator.pos.WorkingKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays every frame of the documentation against the adapter and against the simulator. */
class DocumentedExamplesTest {

  static final Documentation PAGE = Documentation.read();
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int MESSAGE_START = 11;

  private final PosAdapter adapter = new PosAdapter(ZoneId.of("Asia/Shanghai"));

  @Test
  void everyDocumentedFrameIsReplayed() {
    List<String> expected =
        Scenario.ALL.stream()
            .flatMap(example -> Stream.of(example.name() + "-request", example.name() + "-answer"))
            .toList();
    assertThat(PAGE.frameNames()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theAdapterUnderstandsTheRequestAndAnswersIt(Example example) throws FrameException {
    byte[] request = PAGE.frame(example.name() + "-request");
    FakeSession session = example.session();
    assertThat(adapter.decode(request, session)).isEqualTo(example.request());
    byte[] answer = adapter.encode(request, example.reply(), session);
    assertThat(HEX.formatHex(answer))
        .isEqualTo(HEX.formatHex(PAGE.frame(example.name() + "-answer")));
  }

  @Test
  void theAdapterRefusesAWrongCode() {
    byte[] request = PAGE.frame("bad-mac-request");
    FrameException refusal =
        catchThrowableOfType(
            FrameException.class, () -> adapter.decode(request, Scenario.session()));
    assertThat(refusal.kind()).isEqualTo(Kind.NOT_AUTHENTIC);
    assertThat(refusal.answer()).isEqualTo(PAGE.frame("bad-mac-answer"));
  }

  @Test
  void lengthsAreRightAndTheSimulatorReadsAndWritesTheSameBytes() throws Exception {
    for (String name : PAGE.frameNames()) {
      byte[] frame = PAGE.frame(name);
      assertThat(ByteBuffer.wrap(PAGE.frameWithLength(name)).getShort())
          .as(name)
          .isEqualTo((short) frame.length);
      byte[] written = PosMessage.parse(frame).frame();
      assertThat(message(written)).as(name).isEqualTo(message(frame));
    }
  }

  @Test
  void theCodesAreThoseOfTheDocumentedKey() throws Exception {
    for (String name : PAGE.frameNames()) {
      byte[] frame = PAGE.frame(name);
      if (PosMessage.parse(frame).has(64) && !name.startsWith("bad-mac")) {
        byte[] data = Arrays.copyOfRange(frame, MESSAGE_START, frame.length - 8);
        byte[] mac = Arrays.copyOfRange(frame, frame.length - 8, frame.length);
        assertThat(Scenario.cipher(name).apply(Scenario.MAC_KEY, data)).as(name).isEqualTo(mac);
      }
    }
  }

  @Test
  void theKeysOfTheSignOnAreThoseDocumented() throws Exception {
    byte[] masterKey = Scenario.hex(PAGE.value("keys", "TMK"));
    String field62 =
        PAGE.value("keys", "PIN key under the TMK")
            + PAGE.value("keys", "check value of the PIN key")
            + PAGE.value("keys", "MAC key under the TMK")
            + PAGE.value("keys", "check value of the MAC key");
    PosMessage answer = PosMessage.parse(PAGE.frame("sign-on-answer"));
    assertThat(HEX.formatHex(answer.bytes(62))).isEqualTo(field62);
    byte[] pinKey = Scenario.hex(PAGE.value("keys", "PIN key"));
    byte[] macKey = Scenario.hex(PAGE.value("keys", "MAC key"));
    assertThat(field62)
        .startsWith(HEX.formatHex(TestDes.ede(masterKey, pinKey)))
        .contains(HEX.formatHex(TestDes.ede(masterKey, macKey)));
    byte[] data = {1, 2, 3};
    assertThat(WorkingKeys.unwrap(TerminalCipher.X919, masterKey, answer.bytes(62)).mac(data))
        .isEqualTo(TestDes.mac(macKey, data));
  }

  @Test
  void theKeysOfTheSignOnWithAesAreThoseDocumented() throws Exception {
    byte[] masterKey = Scenario.hex(PAGE.value("key-values", "TMK"));
    byte[] pinKey = Scenario.hex(PAGE.value("key-values", "PIN key"));
    byte[] macKey = Scenario.hex(PAGE.value("key-values", "MAC key"));
    assertThat(masterKey).isEqualTo(Scenario.MASTER_KEY);
    assertThat(PAGE.value("aes-keys", "check value of the TMK"))
        .isEqualTo(HEX.formatHex(TestAes.checkValue(masterKey)));
    String field62 =
        PAGE.value("aes-keys", "PIN key under the TMK")
            + PAGE.value("aes-keys", "check value of the PIN key")
            + PAGE.value("aes-keys", "MAC key under the TMK")
            + PAGE.value("aes-keys", "check value of the MAC key");
    PosMessage answer = PosMessage.parse(PAGE.frame("aes-sign-on-answer"));
    assertThat(HEX.formatHex(answer.bytes(62))).isEqualTo(field62);
    assertThat(field62)
        .startsWith(HEX.formatHex(TestAes.encipher(masterKey, pinKey)))
        .contains(HEX.formatHex(TestAes.encipher(masterKey, macKey)));
    byte[] data = {1, 2, 3};
    assertThat(WorkingKeys.unwrap(masterKey, answer.bytes(62)).mac(data))
        .isEqualTo(TestAes.mac(macKey, data));
  }

  @Test
  void theStepsOfTheCodeWithAesAreThoseDocumented() {
    byte[] frame = PAGE.frame("aes-echo-request");
    byte[] data = Arrays.copyOfRange(frame, MESSAGE_START, frame.length - 8);
    byte[] subkey = TestAes.encipher(Scenario.MAC_KEY, new byte[16]);
    assertThat(PAGE.value("aes-mac-end", "L")).isEqualTo(HEX.formatHex(subkey));
    subkey = TestAes.doubled(subkey);
    assertThat(PAGE.value("aes-mac-end", "K1")).isEqualTo(HEX.formatHex(subkey));
    subkey = TestAes.doubled(subkey);
    assertThat(PAGE.value("aes-mac-end", "K2")).isEqualTo(HEX.formatHex(subkey));
    List<String> steps = PAGE.lines("aes-mac-steps");
    byte[] blocks = Arrays.copyOf(data, (steps.size() - 1) * 16);
    blocks[data.length] = (byte) 0x80;
    byte[] chain = new byte[16];
    for (int i = 1; i < steps.size(); i++) {
      byte[] block = Arrays.copyOfRange(blocks, 16 * i - 16, 16 * i);
      byte[] xor = block.clone();
      for (int j = 0; j < 16; j++) {
        xor[j] ^= (byte) (chain[j] ^ (i == steps.size() - 1 ? subkey[j] : 0));
      }
      chain = TestAes.encipher(Scenario.MAC_KEY, xor);
      assertThat(steps.get(i).strip().split(" +"))
          .containsExactly(
              String.valueOf(i), HEX.formatHex(block), HEX.formatHex(xor), HEX.formatHex(chain));
    }
    String mac = PAGE.value("aes-mac-end", "first half of the last result: field 64");
    assertThat(HEX.formatHex(chain)).startsWith(mac);
    assertThat(HEX.formatHex(frame)).endsWith(mac);
  }

  @Test
  void theStepsOfTheCodeAreThoseDocumented() {
    byte[] frame = PAGE.frame("echo-request");
    byte[] data = Arrays.copyOfRange(frame, MESSAGE_START, frame.length - 8);
    List<String> steps = PAGE.lines("mac-steps");
    byte[] blocks = Arrays.copyOf(data, (steps.size() - 1) * 8);
    byte[] chain = new byte[8];
    for (int i = 1; i < steps.size(); i++) {
      byte[] block = Arrays.copyOfRange(blocks, 8 * i - 8, 8 * i);
      byte[] xor = block.clone();
      for (int j = 0; j < 8; j++) {
        xor[j] ^= chain[j];
      }
      chain = TestDes.des(Scenario.MAC_KEY, xor);
      assertThat(steps.get(i).strip().split(" +"))
          .containsExactly(
              String.valueOf(i), HEX.formatHex(block), HEX.formatHex(xor), HEX.formatHex(chain));
    }
    byte[] deciphered =
        Scenario.hex(PAGE.value("mac-end", "last result, deciphered under the right half"));
    byte[] rightHalf = Arrays.copyOfRange(Scenario.MAC_KEY, 8, 16);
    assertThat(TestDes.des(rightHalf, deciphered)).isEqualTo(chain);
    String mac = PAGE.value("mac-end", "enciphered under the left half: field 64");
    assertThat(HEX.formatHex(TestDes.des(Scenario.MAC_KEY, deciphered))).isEqualTo(mac);
    assertThat(HEX.formatHex(frame)).endsWith(mac);
  }

  static Stream<Example> examples() {
    return Scenario.ALL.stream().filter(example -> example.request() != null);
  }

  private static byte[] message(byte[] frame) {
    return Arrays.copyOfRange(frame, MESSAGE_START, frame.length);
  }
}
