namespace Amazon.Glue.Model;

/// <summary>Makes the paginators of AWS Glue.</summary>
public interface IGluePaginatorFactory
{
    /// <summary>Walks GetDatabases.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetDatabasesPaginator GetDatabases(GetDatabasesRequest request);

    /// <summary>Walks GetTables.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetTablesPaginator GetTables(GetTablesRequest request);

    /// <summary>Walks GetTableVersions.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetTableVersionsPaginator GetTableVersions(GetTableVersionsRequest request);

    /// <summary>Walks SearchTables.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    ISearchTablesPaginator SearchTables(SearchTablesRequest request);

    /// <summary>Walks GetPartitions.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetPartitionsPaginator GetPartitions(GetPartitionsRequest request);

    /// <summary>Walks GetJobs.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetJobsPaginator GetJobs(GetJobsRequest request);

    /// <summary>Walks ListJobs.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListJobsPaginator ListJobs(ListJobsRequest request);

    /// <summary>Walks GetJobRuns.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetJobRunsPaginator GetJobRuns(GetJobRunsRequest request);

    /// <summary>Walks GetTriggers.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetTriggersPaginator GetTriggers(GetTriggersRequest request);

    /// <summary>Walks ListTriggers.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListTriggersPaginator ListTriggers(ListTriggersRequest request);

    /// <summary>Walks GetCrawlers.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetCrawlersPaginator GetCrawlers(GetCrawlersRequest request);

    /// <summary>Walks ListCrawlers.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListCrawlersPaginator ListCrawlers(ListCrawlersRequest request);

    /// <summary>Walks GetConnections.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetConnectionsPaginator GetConnections(GetConnectionsRequest request);

    /// <summary>Walks GetCatalogs.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetCatalogsPaginator GetCatalogs(GetCatalogsRequest request);
}
