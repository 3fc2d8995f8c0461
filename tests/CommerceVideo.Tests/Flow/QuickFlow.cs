using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

/// <summary>One system for the classes that only need pages made quickly; they take turns on it.</summary>
public sealed class QuickFlow : IAsyncLifetime
{
    internal FlowSystem System { get; private set; } = null!;

    internal DrawnPhotos Photos { get; } = new();

    internal StoreControl Store => System.Store;

    public async Task InitializeAsync() => System = await FlowSystem.StartAsync(FlowOptions.Quick);

    public async Task DisposeAsync()
    {
        await System.DisposeAsync();
        Photos.Dispose();
    }

    /// <summary>A product whose one photo has its video on the page.</summary>
    internal async Task<AddedProduct> ReadyAsync(string title, string? photo = null)
    {
        var product = await Store.AddAsync(title, photo ?? await Photos.DrawAsync());
        var view = await System.SettledAsync(product.Gid);
        Assert.True(view.State(product.Gid) == "ready", view.Tell(product.Gid));
        Assert.Single(view.Store.Videos(product.Gid));
        return product;
    }

    internal Task<long> CountAsync(string sql, AddedProduct product) => System.AskAsync<long>(sql, product.Gid);

    internal Task<long> AttemptsAsync(AddedProduct product) =>
        CountAsync(
            """
            select count(*) from generation join brief on brief.id = brief_id join product on product.id = product_id
            where gid = $1
            """,
            product
        );
}

[CollectionDefinition(Name)]
public sealed class QuickFlowTests : ICollectionFixture<QuickFlow>
{
    public const string Name = "quick flow";
}
