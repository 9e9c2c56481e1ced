namespace Amazon.Glue.Model;

internal sealed class GluePaginatorFactory(IAmazonGlue client) : IGluePaginatorFactory
{
    public IGetDatabasesPaginator GetDatabases(GetDatabasesRequest request) => new GetDatabasesPaginator(client, request);

    public IGetTablesPaginator GetTables(GetTablesRequest request) => new GetTablesPaginator(client, request);

    public IGetTableVersionsPaginator GetTableVersions(GetTableVersionsRequest request) => new GetTableVersionsPaginator(client, request);

    public ISearchTablesPaginator SearchTables(SearchTablesRequest request) => new SearchTablesPaginator(client, request);

    public IGetPartitionsPaginator GetPartitions(GetPartitionsRequest request) => new GetPartitionsPaginator(client, request);

    public IGetJobsPaginator GetJobs(GetJobsRequest request) => new GetJobsPaginator(client, request);

    public IListJobsPaginator ListJobs(ListJobsRequest request) => new ListJobsPaginator(client, request);

    public IGetJobRunsPaginator GetJobRuns(GetJobRunsRequest request) => new GetJobRunsPaginator(client, request);

    public IGetTriggersPaginator GetTriggers(GetTriggersRequest request) => new GetTriggersPaginator(client, request);

    public IListTriggersPaginator ListTriggers(ListTriggersRequest request) => new ListTriggersPaginator(client, request);

    public IGetCrawlersPaginator GetCrawlers(GetCrawlersRequest request) => new GetCrawlersPaginator(client, request);

    public IListCrawlersPaginator ListCrawlers(ListCrawlersRequest request) => new ListCrawlersPaginator(client, request);

    public IGetConnectionsPaginator GetConnections(GetConnectionsRequest request) => new GetConnectionsPaginator(client, request);

    public IGetCatalogsPaginator GetCatalogs(GetCatalogsRequest request) => new GetCatalogsPaginator(client, request);
}
