package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

  private static final String DIGITS = "fb00112233445566778899aabbccddee";

  @TempDir private Path folder;

  @Test
  void findsASecretInEveryForm() throws Exception {
    byte[] secret = HexFormat.of().parseHex(DIGITS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[5]);
    bytes.write(secret);
    bytes.write(HexFormat.of().parseHex("221100fb665544 33aa998877eeddccbb".replace(" ", "")));
    bytes.write(
        ("x" + DIGITS + DIGITS.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.US_ASCII));
    bytes.write(
        "+wARIjNEVWZ3iJmqu8zd7g -wARIjNEVWZ3iJmqu8zd7g".getBytes(StandardCharsets.US_ASCII));
    bytes.write(DIGITS.getBytes(StandardCharsets.UTF_16BE));
    bytes.write(DIGITS.getBytes(StandardCharsets.UTF_16LE));
    Files.write(folder.resolve("file"), bytes.toByteArray());

    assertThat(new Traces().add("key", secret).inAll(folder))
        .containsExactlyInAnyOrder(
            "key as it is in file",
            "key by words in file",
            "key in hexadecimal in file",
            "key in upper-case hexadecimal in file",
            "key in base64 in file",
            "key in base64 for addresses in file",
            "key in hexadecimal in wide characters in file");
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    Files.write(folder.resolve("file"), HexFormat.of().parseHex(DIGITS.substring(0, 30) + "ff"));

    assertThat(new Traces().add("key", HexFormat.of().parseHex(DIGITS)).inAll(folder)).isEmpty();
  }
}
