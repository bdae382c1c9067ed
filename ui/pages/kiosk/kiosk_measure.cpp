// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_measure.h"

#include <QScreen>
#include <algorithm>
#include <cmath>

namespace onedoor {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double pointsPerInch = 72;
constexpr double coarsest = 40; ///< a television set as a kiosk
constexpr double finest = 400;
constexpr double targetMillimetres = 20;
constexpr double gapMillimetres = 5;
constexpr int targetFloor = 64;
constexpr int gapFloor = 16;
constexpr double bodyPoints = 18;
constexpr double bodyPointsLarge = 30;
constexpr double headingPoints = 26;
constexpr double headingPointsLarge = 34;
constexpr double figurePoints = 110;

} // namespace

KioskMeasure::KioskMeasure(double dotsPerInch, KioskText text, bool isWide)
    : m_dotsPerInch(dotsPerInch >= coarsest && dotsPerInch <= finest ? dotsPerInch : usualDotsPerInch), m_text(text), m_wide(isWide)
{
}

double KioskMeasure::dotsPerInchOf(const QScreen* screen)
{
    return screen ? screen->physicalDotsPerInch() : usualDotsPerInch;
}

int KioskMeasure::millimetres(double length) const
{
    return int(std::ceil(length * m_dotsPerInch / millimetresPerInch));
}

int KioskMeasure::target() const
{
    return std::max(millimetres(targetMillimetres), targetFloor);
}

int KioskMeasure::gap() const
{
    return std::max(millimetres(gapMillimetres), gapFloor);
}

int KioskMeasure::points(double size) const
{
    return int(std::ceil(size * std::max(m_dotsPerInch, usualDotsPerInch) / pointsPerInch));
}

int KioskMeasure::body() const
{
    return points(m_text == KioskText::Large ? bodyPointsLarge : bodyPoints);
}

int KioskMeasure::heading() const
{
    return points(m_text == KioskText::Large ? headingPointsLarge : headingPoints);
}

int KioskMeasure::figure() const
{
    return points(figurePoints);
}

} // namespace onedoor
