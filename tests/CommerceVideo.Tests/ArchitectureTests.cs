using CommerceVideo.Sandbox.Checks;
using CommerceVideo.Tests.Architecture;
using CommerceVideo.Webhooks;

namespace CommerceVideo.Tests;

public sealed class ArchitectureTests
{
    private const string Root = "CommerceVideo";

    private static readonly string App = typeof(Roles).Assembly.Location;

    [Fact]
    public void Nothing_in_the_app_knows_what_stands_above_it()
    {
        var references = AssemblyReferences.Read(App);

        Assert.Contains(references, static r => r.FromNamespace == "CommerceVideo.Publishing");
        Assert.Empty(Directions.Broken(references, Root));
    }

    [Fact]
    public void The_webhook_edge_knows_nothing_of_ours()
    {
        var edge = typeof(WebhookTopic).Assembly.Location;

        Assert.DoesNotContain(AssemblyReferences.Assemblies(edge), IsOurs);
        Assert.All(
            AssemblyReferences.Read(edge).Where(static r => IsOurs(r.ToNamespace)),
            static r => Assert.Equal("Webhooks", Directions.FolderOf(r.ToNamespace, Root))
        );
    }

    [Fact]
    public void The_app_and_the_sandbox_know_nothing_of_each_other()
    {
        var sandbox = typeof(TestCommand).Assembly.Location;

        Assert.DoesNotContain(AssemblyReferences.Assemblies(sandbox), IsOurs);
        Assert.Equal(["CommerceVideo.Webhooks"], AssemblyReferences.Assemblies(App).Where(IsOurs));
    }

    [Theory]
    [InlineData("ByShape")]
    [InlineData("ByField")]
    [InlineData("BySignature")]
    [InlineData("ByConstraint`1")]
    [InlineData("ByAttribute")]
    [InlineData("InsideAMethod")]
    [InlineData("InsideALambda")]
    [InlineData("InsideAnAsyncMethod")]
    [InlineData("ByGenericCall")]
    [InlineData("ByCatch")]
    [InlineData("ByTypeOf")]
    public void A_wrong_way_is_seen_however_it_is_taken(string type)
    {
        const string Fixture = "CommerceVideo.Tests.Architecture.WrongWays";

        var broken = Directions.Broken(AssemblyReferences.Read(typeof(ArchitectureTests).Assembly.Location), Fixture);

        Assert.Contains(broken, line => line.StartsWith($"{Fixture}.Catalog.{type} knows", StringComparison.Ordinal));
        Assert.DoesNotContain(broken, static line => line.Contains(".Innocent knows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Catalog", "Shops", true)]
    [InlineData("Shops", "Catalog", false)]
    [InlineData("Generation", "Publishing", false)]
    [InlineData("Publishing", "Channels", true)]
    [InlineData("Channels", "Publishing", false)]
    [InlineData("Platform", "Jobs", false)]
    [InlineData("Jobs", "Platform", true)]
    [InlineData("Jobs", "Shops", false)]
    [InlineData("Media", "VideoModels", false)]
    [InlineData("VideoModels", "Channels", false)]
    [InlineData("VideoModels", "Jobs", false)]
    [InlineData("Shops", "Webhooks", true)]
    [InlineData("Webhooks", "Platform", false)]
    [InlineData("Publishing", "Admin", false)]
    [InlineData("Admin", "Publishing", true)]
    [InlineData("Admin", "Rendering", false)]
    [InlineData("Finishing", "Rendering", false)]
    [InlineData("Rendering", "Finishing", true)]
    [InlineData("Platform", Directions.Composition, false)]
    [InlineData(Directions.Composition, "Rendering", true)]
    [InlineData("Attic", "Platform", false)]
    [InlineData(Directions.Composition, "Attic", false)]
    public void The_rule_says_who_may_know_whom(string from, string to, bool allowed) =>
        Assert.Equal(allowed, Directions.Allows(from, to));

    private static bool IsOurs(string name) => name == Root || name.StartsWith($"{Root}.", StringComparison.Ordinal);
}
