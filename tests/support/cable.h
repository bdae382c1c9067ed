// SPDX-License-Identifier: GPL-3.0-or-later
// A cable between two PCs of a test on loopback, which can be taken out: what is sent then waits, no connection ends and nobody is refused, as
// where a switch is off. Passes bytes on from a thread of its own.
#pragma once

#include <QtGlobal>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <list>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace onedoor::hall {

class Cable {
public:
    /// To that port of loopback.
    explicit Cable(std::uint16_t to) : m_to(to), m_listening(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_listening, any, size) != 0 || ::listen(m_listening, 16) != 0 || ::getsockname(m_listening, any, &size) != 0)
            qFatal("no cable can be laid");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { pass(); });
    }
    ~Cable()
    {
        m_ends = true;
        m_thread.join();
        for (const Pair& pair : m_pairs)
            close(pair);
        ::close(m_listening);
    }
    Cable(const Cable&) = delete;
    Cable& operator=(const Cable&) = delete;

    std::uint16_t port() const { return m_port; }
    void takeOut() { m_isOut = true; }
    void putBack() { m_isOut = false; }

private:
    using Pair = std::array<int, 2>;
    static constexpr auto look = std::chrono::milliseconds(2);

    static sockaddr_in loopback(std::uint16_t port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    static void close(const Pair& pair)
    {
        ::close(pair[0]);
        ::close(pair[1]);
    }

    void pass()
    {
        for (; !m_ends; std::this_thread::sleep_for(look)) {
            if (m_isOut)
                continue;
            acceptOne();
            m_pairs.remove_if([](const Pair& pair) {
                const bool goesOn = passOn(pair[0], pair[1]) && passOn(pair[1], pair[0]);
                if (!goesOn)
                    close(pair);
                return !goesOn;
            });
        }
    }

    void acceptOne()
    {
        const int near = ::accept(m_listening, nullptr, nullptr);
        if (near < 0)
            return;
        const Pair pair{near, ::socket(AF_INET, SOCK_STREAM, 0)};
        const sockaddr_in address = loopback(m_to);
        if (::connect(pair[1], reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            m_pairs.push_back(pair);
        else
            close(pair);
    }

    /// False once that side has ended.
    static bool passOn(int from, int to)
    {
        std::array<char, 65'536> bytes{};
        for (;;) {
            const ssize_t size = ::recv(from, bytes.data(), bytes.size(), MSG_DONTWAIT);
            if (size < 0)
                return errno == EAGAIN || errno == EWOULDBLOCK;
            if (size == 0)
                return false;
            for (ssize_t sent = 0; sent < size;) {
                const ssize_t more = ::send(to, bytes.data() + sent, std::size_t(size - sent), MSG_NOSIGNAL);
                if (more <= 0)
                    return false;
                sent += more;
            }
        }
    }

    std::uint16_t m_to;
    std::uint16_t m_port = 0;
    int m_listening;
    std::list<Pair> m_pairs; ///< the passing thread's until it has ended
    std::atomic<bool> m_isOut = false;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace onedoor::hall
