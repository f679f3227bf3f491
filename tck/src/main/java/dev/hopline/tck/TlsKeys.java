// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/**
 * Private keys with self-signed certificates, made anew for each run: that of a server which is
 * called {@code localhost}, of a client that it trusts, and of a client that it does not. Each is a
 * file, as whoever uses it may be another process.
 */
record TlsKeys(Path directory) implements AutoCloseable {
  static final String SERVER = "server";
  static final String CLIENT = "client";
  static final String STRANGER = "stranger";

  /** These keys open nothing. */
  static final String PASSWORD = "no-secret";

  static TlsKeys generate() throws IOException, InterruptedException {
    TlsKeys keys = new TlsKeys(Files.createTempDirectory("hopline-tls"));
    keys.generate(SERVER);
    keys.generate(CLIENT);
    keys.generate(STRANGER);
    return keys;
  }

  private Path file(String name) {
    return directory.resolve(name + ".p12");
  }

  /** By the one tool of the JDK that makes certificates; there is no public class that does. */
  private void generate(String name) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String command =
        "-genkeypair -alias %1$s -dname CN=%1$s -keyalg EC -validity 2 -storetype PKCS12"
            + " -ext san=dns:localhost -storepass %2$s -keystore";
    ProcessBuilder process = new ProcessBuilder(keytool);
    process.command().addAll(List.of(command.formatted(name, PASSWORD).split(" ")));
    process.command().add(file(name).toString());
    Process running = process.redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (running.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  /** The key of this name, with its certificate. */
  KeyStore key(String name) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file(name).toFile(), PASSWORD.toCharArray());
  }

  /** The certificate alone, for who trusts it. */
  KeyStore certificate(String name) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry(name, key(name).getCertificate(name));
    return trusted;
  }

  @Override
  public void close() throws IOException {
    for (String name : List.of(SERVER, CLIENT, STRANGER)) {
      Files.deleteIfExists(file(name));
    }
    Files.delete(directory);
  }
}
