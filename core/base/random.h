// SPDX-License-Identifier: GPL-3.0-or-later
// The only door to randomness, so that tests and rehearsals can replay. Implementations are safe from any thread.
#pragma once

#include <cstdint>
#include <mutex>
#include <random>
#include <span>

namespace onedoor {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;
    std::uint64_t next();
    /// Uniform in 0 … bound-1; bound must be above 0.
    std::uint64_t below(std::uint64_t bound);
};

/// The operating system's generator, through libsodium: keys, nonces and ids of a real store.
class SystemRandom final : public Random {
public:
    SystemRandom();
    void fill(std::span<unsigned char> bytes) override;
};

/// Repeats itself for the same seed. Never for a real store: anyone who knows the seed knows the keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}
    void fill(std::span<unsigned char> bytes) override;

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace onedoor
