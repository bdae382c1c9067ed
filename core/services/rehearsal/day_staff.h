// SPDX-License-Identifier: GPL-3.0-or-later
// Who works where on a rehearsed day, how fast, and what people come for. Places open a few minutes late, stop calling a little before a
// break, stay empty on some days (studios that work by rota more often) or close early; each has a pace of its own that stays, and one of
// the day. People come for services in proportion to what the centre can serve, some services more. Private to the rehearsal; one thread.
#pragma once

#include "core/base/random.h"
#include "core/domain/centre/centre_definition.h"

#include <vector>

namespace onedoor {

class DayStaff {
public:
    DayStaff(const CentreDefinition& centre, QDate day, Random& random);

    /// Seconds since local midnight during which the place calls people; none: nobody is there today. `at`: position in the centre's list.
    struct Stretch {
        int begin = 0, end = 0;
    };
    const std::vector<Stretch>& stretches(std::size_t at) const { return m_stretches[at]; }
    /// Of one service there: 1 takes the usual time.
    double pace(const Place& place) const;
    /// What somebody comes for.
    const Service& wanted(Random& random) const;

private:
    void present(std::size_t at, Random& random);
    void openEveryService(Random& random);

    const CentreDefinition& m_centre;
    QDate m_day;
    std::vector<std::vector<Stretch>> m_stretches;
    std::vector<double> m_pace;
    std::vector<std::uint64_t> m_demand; ///< summed up, by service
};

/// Near enough to normal with mean 0 and variance 1: the sum of twelve uniform draws (Irwin–Hall).
double gaussian(Random& random);

} // namespace onedoor
