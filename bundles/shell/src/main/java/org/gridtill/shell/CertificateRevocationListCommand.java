package org.gridtill.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes a list of revoked certificates. */
@Service
@Command(
    scope = "gridtill",
    name = "certificate-revocation-list",
    description =
        "Makes a list of what the platform's own authority has revoked (X.509 CRL), for others")
public class CertificateRevocationListCommand extends CertificateCommand {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  @Argument(
      name = "file",
      description =
          "The name of a new file in data/certificates of the platform; without it, it is printed")
  String file;

  /** The only folder to which it writes, since who may revoke need not be able to write files. */
  Path folder = Path.of(System.getProperty("karaf.data", "data"), "certificates");

  @Override
  void runByRules() throws Exception {
    if (file != null && !NAME.matcher(file).matches()) {
      throw new IllegalArgumentException(
          "the file is a name of letters, digits, dots and dashes, without a folder: " + file);
    }
    String list = desk().revocationList();
    if (file == null) {
      list.lines().forEach(out::println);
      return;
    }
    Path target = folder.resolve(file);
    try {
      Files.createDirectories(folder);
      Files.writeString(target, list, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
      out.println("the list is in " + target);
    } catch (FileAlreadyExistsException e) {
      throw failure(target + " is there already");
    } catch (IOException e) {
      throw failure(target + " cannot be written: " + e.getMessage());
    }
  }
}
