package org.gridtill.shell;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.audit.AuditTrail;

/** Writes the audit trail down for others. */
@Service
@Command(
    scope = "gridtill",
    name = "audit-export",
    description =
        "Writes records as lines of JSON, oldest first; docs/audit.md says how to verify them"
            + " elsewhere")
public class AuditExportCommand extends ShellCommand {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  @Option(name = "--from", description = "The first record's number")
  long from = 1;

  @Option(name = "--to", description = "The last one's; without it, all")
  long to = Long.MAX_VALUE;

  @Argument(
      name = "file",
      description =
          "The name of a new file in data/audit of the platform; without it, the lines are printed")
  String file;

  /** The only folder to which it writes, since who may export need not be able to write files. */
  Path folder = Path.of(System.getProperty("karaf.data", "data"), "audit");

  @Override
  void run() throws Exception {
    AuditTrail trail = present(audit, "the audit trail");
    if (file == null) {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
      trail.export(from, to, writer);
      writer.flush();
      return;
    }
    if (!NAME.matcher(file).matches()) {
      throw new IllegalArgumentException(
          "the file is a name of letters, digits, dots and dashes, without a folder: " + file);
    }
    Path target = folder.resolve(file);
    try {
      Files.createDirectories(folder);
      long written;
      try (Writer writer = create(target)) {
        written = trail.export(from, to, writer);
      }
      out.println(written + " records are in " + target);
    } catch (FileAlreadyExistsException e) {
      throw failure(target + " is there already");
    } catch (IOException e) {
      throw failure(target + " cannot be written: " + e.getMessage());
    }
  }

  private static Writer create(Path target) throws IOException {
    Files.createFile(
        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.newBufferedWriter(target, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
  }
}
