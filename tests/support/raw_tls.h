// SPDX-License-Identifier: GPL-3.0-or-later
// A TLS client that does only what it is told, byte by byte: for tests that misbehave. Blocking, on loopback.
#pragma once

#include "core/sync/transport/tls_context.h"

#include <QByteArray>
#include <array>
#include <openssl/ssl.h>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>

namespace onedoor {

class RawTls {
public:
    /// `highest`: the newest version of TLS that it speaks.
    explicit RawTls(std::uint16_t port, const std::optional<TlsIdentity>& identity = {}, int highest = TLS1_3_VERSION)
        : RawTls(port, identity ? &identity->parts() : nullptr, highest)
    {
    }
    /// With any certificate; none where there are no parts.
    RawTls(std::uint16_t port, const TlsIdentity::Parts* shown, int highest = TLS1_3_VERSION)
        : m_context(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_max_proto_version(m_context.get(), highest);
        if (shown) {
            SSL_CTX_use_certificate(m_context.get(), shown->certificate.get());
            SSL_CTX_use_PrivateKey(m_context.get(), shown->key.get());
        }
        m_socket = BIO_new_ssl_connect(m_context.get());
        BIO_set_conn_hostname(m_socket, "127.0.0.1");
        BIO_set_conn_port(m_socket, std::to_string(port).c_str());
        m_connected = BIO_do_connect(m_socket) == 1 && BIO_do_handshake(m_socket) == 1;
        const timeval patience{20, 0};
        setsockopt(int(BIO_get_fd(m_socket, nullptr)), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~RawTls() { BIO_free_all(m_socket); }
    RawTls(const RawTls&) = delete;
    RawTls& operator=(const RawTls&) = delete;

    bool isConnected() const { return m_connected; }
    bool write(const QByteArray& bytes)
    {
        return BIO_write(m_socket, bytes.constData(), int(bytes.size())) == bytes.size();
    }
    /// What comes until `until` is among it or the other side ends.
    QByteArray read(const QByteArray& until = {})
    {
        QByteArray all;
        std::array<char, 4096> chunk{};
        while (until.isEmpty() || !all.contains(until)) {
            const int size = BIO_read(m_socket, chunk.data(), int(chunk.size()));
            if (size <= 0)
                break;
            all.append(chunk.data(), size);
        }
        return all;
    }

private:
    OpenSsl<SSL_CTX> m_context;
    BIO* m_socket = nullptr;
    bool m_connected = false;
};

} // namespace onedoor
