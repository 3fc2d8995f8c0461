using CommerceVideo.Routing;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Register;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Tests.Routing;

public sealed class RetirementWatchTests
{
    [Fact]
    public void An_end_within_60_days_is_logged_with_where_the_work_goes()
    {
        var time = new HandClock();
        var ends = Catalogue.Model("ends-1", (5, 5, 5, 5, 5), 0.10m, 1, 15);
        var models = new ModelRegister(
            [
                ends with
                {
                    Dates = ends.Dates with { Retired = new DateOnly(2026, 12, 1) },
                },
                Catalogue.Model("stays-1", (3, 3, 3, 3, 3), 0.05m, 1, 15),
            ],
            ["all"]
        );
        using var lines = new LinesWritten();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(lines));
        using var watch = new RetirementWatch(
            new InstalledModels(models, [Card("ends"), Card("stays")]),
            time,
            loggers.CreateLogger<RetirementWatch>()
        );

        watch.Say();

        Assert.Contains(
            "ends-1 ends on 2026-12-01, in 9 days. Product pages go to stays-1 then, for 0.30 USD less a video.",
            Assert.Single(lines.All),
            StringComparison.Ordinal
        );
    }

    private static ProviderCard Card(string name) => new(name, name, NeedsKey: true, new ProviderKey("a key"));
}
