using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

/// <summary>One system that makes page and social videos, with one product added to it.</summary>
public sealed class WholeFlow : IAsyncLifetime
{
    internal FlowSystem System { get; private set; } = null!;

    internal DrawnPhotos Photos { get; } = new();

    internal AddedProduct Product { get; private set; } = null!;

    internal FlowView Made { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        System = await FlowSystem.StartAsync(FlowOptions.PageAndSocial);
        Product = await System.Store.AddAsync("Linen shirt", await Photos.DrawAsync());
        Made = await System.SettledAsync(Product.Gid);
    }

    public async Task DisposeAsync()
    {
        await System.DisposeAsync();
        Photos.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class WholeFlowTests : ICollectionFixture<WholeFlow>
{
    public const string Name = "whole flow";
}
