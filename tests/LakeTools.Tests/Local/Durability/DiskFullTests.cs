using Amazon.S3.Model;
using LakeTools.Local;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Local.Durability;

/// <summary>A lake whose disk is full says so, goes on reading, has lost nothing, and writes again where there is room.</summary>
public sealed class DiskFullTests
{
    private const int Limit = 2 * 1024 * 1024;

    private static readonly SmallDisk s_disk = new(Limit);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_refuses_writes_and_breaks_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");
        using var ledger = await LedgerLake.MakeAsync(1);
        using (var server = await LakeServerProcess.StartAsync(ledger.Folder, s_disk))
        {
            using var apis = ledger.Clients(server.Uri);
            var random = new Random(1);
            for (var i = 0; i < 30; i++) await ledger.WriteAsync(apis, 0, random);

            var large = new PutObjectRequest { BucketName = Ledger.Bucket, Key = "large", ContentBody = new string('x', Limit + 1) };
            AssertFull(await Assert.ThrowsAsync<Amazon.S3.AmazonS3Exception>(() => apis.S3.PutObjectAsync(large, Cancellation)));

            // The store's own file grows until it may no more.
            var text = new string('x', 60_000);
            var secrets = new List<string>();
            var refused = await Assert.ThrowsAsync<Amazon.SecretsManager.AmazonSecretsManagerException>(async () =>
            {
                while (secrets.Count < Limit / text.Length * 3)
                {
                    var secret = new Amazon.SecretsManager.Model.CreateSecretRequest { Name = $"filler-{secrets.Count}",
                        SecretString = text };
                    secrets.Add((await apis.Secrets.CreateSecretAsync(secret, Cancellation)).Name);
                }
            });
            AssertFull(refused);
            AssertFull(await Assert.ThrowsAnyAsync<Amazon.Runtime.AmazonServiceException>(() => FillAsync(apis)));

            foreach (var item in ledger.Writers[0]) Assert.Equal(item.Acknowledged, await Ledger.ReadAsync(apis, item, Cancellation));
            foreach (var name in secrets)
            {
                var request = new Amazon.SecretsManager.Model.GetSecretValueRequest { SecretId = name };
                Assert.Equal(text, (await apis.Secrets.GetSecretValueAsync(request, Cancellation)).SecretString);
            }

            await server.KillAsync();
        }

        await ledger.CheckAsync();
        using var again = ledger.Open();
        using var here = LakeApis.Of(again);
        await ledger.WriteAsync(here, 0, new Random(2));
    }

    [Fact]
    public async Task The_module_has_an_error_of_its_own_for_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "fill.ps1");
        await File.WriteAllTextAsync(script, $$"""
            Import-Module LakeTools
            Connect-Lake -Local '{{Path.Combine(folder.Path, "lake")}}'
            $value = ConvertTo-SecureString ('x' * 60000) -AsPlainText -Force
            foreach ($i in 1..100) {
                New-LakeSecret -Name "s$i" -Value $value -ErrorVariable failure -ErrorAction SilentlyContinue | Out-Null
                if ($failure) { break }
            }
            $failure[0].FullyQualifiedErrorId
            @(Get-LakeSecretInfo).Count -eq $i - 1
            """, Cancellation);
        using var pwsh = PwshProcess.Start([script], s_disk.Environment, s_disk.Command);
        var end = await pwsh.EndAsync();
        Assert.Equal(
            ["LakeTools.LakeStoreFull,LakeTools.Cmdlets.Secrets.NewLakeSecretCommand", "True"],
            end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void AssertFull(Amazon.Runtime.AmazonServiceException error) =>
        Assert.Equal(("InsufficientStorage", 507), (error.ErrorCode, (int)error.StatusCode));

    /// <summary>Tables of another service, until there is no room for one.</summary>
    private static async Task FillAsync(LakeApis apis)
    {
        for (var i = 0; i < 1000; i++)
        {
            var table = new Amazon.Glue.Model.TableInput { Name = $"filler_{i}", Description = new string('x', 2000) };
            await apis.Glue.CreateTableAsync(new() { DatabaseName = Ledger.Database, TableInput = table }, Cancellation);
        }
    }

    /// <summary>The history's first lines are longer than a file may be, so that its file is made and cannot be filled.</summary>
    [Fact]
    public async Task A_publish_without_room_for_its_journal_ends_with_an_error_and_leaves_no_version()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");
        using var folder = new TemporaryFolder();
        var definition = Path.Combine(folder.Path, "sales.yaml");
        var owns = Enumerable.Range(0, 30_000).Select(i => $"  - {{ database: {new string('x', 60)}{i} }}\n");
        await File.WriteAllTextAsync(definition,
            "lake: 1\nname: sales\ndatabases: { sales: {} }\nowns:\n" + string.Concat(owns), Cancellation);
        var script = Path.Combine(folder.Path, "publish.ps1");
        await File.WriteAllTextAsync(script, $$"""
            Import-Module LakeTools
            Connect-Lake -Local '{{Path.Combine(folder.Path, "lake")}}'
            Publish-LakeDefinition '{{definition}}' -Confirm:$false -ErrorVariable failure -ErrorAction SilentlyContinue | Out-Null
            $failure[0].FullyQualifiedErrorId
            @(Get-LakeDefinitionHistory).Count
            @(Get-ChildItem '{{Path.Combine(folder.Path, "lake", "definitions")}}' -Recurse -File).Count
            @(Get-GlueDatabase).Count
            """, Cancellation);
        using var pwsh = PwshProcess.Start([script], s_disk.Environment, s_disk.Command);
        var end = await pwsh.EndAsync().WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        Assert.Equal(
            ["LakeTools.FileError,LakeTools.Cmdlets.Definitions.PublishLakeDefinitionCommand", "0", "0", "0"],
            end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
