# A lake with one of everything, under names as long as people have them, and one object at least of every type that a
# command emits. Each comes from a command, but for what only a finished job leaves.
function New-SampleLake([string] $Path) {
    Connect-Lake -Local $Path
    $work = "$Path-work"
    $null = New-Item -ItemType Directory -Force $work
    $database = 'customer_orders_europe_production'
    $table = 'order_lines_with_addresses_by_month'
    $bucket = 'lake-of-the-data-platform-team-eu-central'
    $place = @{ DatabaseName = $database; TableName = $table }
    $file = Join-Path $work rows.csv
    Set-Content $file 'order_id,customer_email_address', '1,a@example.com', '2,b@example.com'
    Set-Content "$work/shop.yaml" @'
lake: 1
name: the-shop-of-the-europe-team
databases:
  shop_of_the_europe_team:
    description: What the shop sells
    tables:
      orders: { columns: { id: int, region: string } }
grants:
  - { to: role/analyst, on: { database: shop_of_the_europe_team, table: orders, columns: [id] }, allow: [SELECT] }
'@
    Set-Content "$work/bad.yaml" 'lake: 1', 'name: bad', 'databazes: {}'

    Get-LakeConnection
    Test-LakeConnection
    New-LakeBucket $bucket
    Send-LakeObject $file "s3://$bucket/incoming/customer_orders/2026/11/24/rows-of-the-morning.csv" -PassThru
    Get-LakeObject "s3://$bucket/incoming/" -Folder
    New-GlueDatabase $database -Description 'Orders of customers in Europe, as the shop writes them every night' -LocationUri "s3://$bucket/$database"
    New-GlueTable $database $table -Column 'order_id:bigint', 'customer_email_address:string', 'addresses:array<struct<street:string,city:string>>' `
        -PartitionKey 'year_of_order:string', 'month_of_order:string' -Location "s3://$bucket/$database/$table/" -Format Csv -Header
    Set-GlueTable $database $table -Description 'One row a line of an order'
    Get-GlueTableVersion $database $table
    New-GluePartition @place -Value 2026, 11
    Remove-GluePartition @place -Value 2026, 11 -Confirm:$false
    Copy-LakeObject "s3://$bucket/incoming/*" "s3://$bucket/$database/$table/year_of_order=2026/month_of_order=11/" -Recurse
    Sync-GluePartition @place
    Register-LakeLocation "s3://$bucket/$database" -RoleArn role/the-role-that-reads-the-data-of-the-lake -PassThru
    Get-LakeSetting
    Add-LakeAdministrator role/administrators-of-the-data-platform -PassThru
    Grant-LakePermission -Principal role/analysts-of-the-sales-department -Permission SELECT, DESCRIBE -GrantablePermission SELECT @place -PassThru
    Get-LakePermission -DatabaseName $database
    Test-LakePermission -Principal role/analysts-of-the-sales-department -Permission SELECT @place
    Test-LakePermission -Principal role/nobody-in-particular -Permission ALTER -DatabaseName $database
    Test-LakeAccess -Principal role/analysts-of-the-sales-department @place
    New-LakeDataFilter only_of_my_region @place -RowFilter "customer_email_address LIKE '%@example.com'" -ColumnName order_id, customer_email_address
    New-LakeOptIn role/analysts-of-the-sales-department @place
    $other = Connect-Lake -Local $Path -AccountId 999999999999 -NoDefault
    $null = New-GlueDatabase orders_of_the_subsidiary_in_norway -Connection $other
    Grant-LakePermission -Principal '000000000000' -Permission DESCRIBE -DatabaseName orders_of_the_subsidiary_in_norway -Connection $other
    Get-LakeShareInvitation
    New-LakeTag classification_of_the_data -Value confidential, public, internal_to_the_department
    Add-LakeTagAssignment -Tag @{ classification_of_the_data = 'confidential' } -DatabaseName $database -PassThru
    Get-LakeTagAssignment @place
    New-LakeTagExpression confidential-or-internal-data -Expression @{ classification_of_the_data = 'confidential', 'internal_to_the_department' } `
        -Description 'What may leave no department'
    Find-LakeTaggedResource -TagExpression @{ classification_of_the_data = 'confidential' }
    Set-LakeSetting -AllowFullTableExternalDataAccess
    Get-LakeTemporaryCredential @place
    Get-LakeAccessEvent
    New-LakeSecret applications/sales/orders-database -Value @{ username = 'loader'; password = 'p' } -Description 'What the loader of the orders signs in with' `
        -Tag @{ team = 'data-platform' }
    Get-LakeSecret applications/sales/orders-database
    Get-LakeSecretVersion applications/sales/orders-database
    Add-LakeSecretReplica applications/sales/orders-database eu-west-1 -PassThru
    Set-LakeSecretPolicy applications/sales/orders-database -PassThru -Policy (@{ Version = '2012-10-17'; Statement = @(@{
                Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::000000000000:role/loader' }; Action = 'secretsmanager:GetSecretValue'; Resource = '*'
            }) } | ConvertTo-Json -Depth 5)
    New-LakeRole loader-of-the-customer-orders -Path "s3://$bucket/incoming"
    New-LakeVpcEndpoint S3 -VpcId vpc-0a1b2c3d4e5f60718 -WarningAction SilentlyContinue
    New-LakeGlueJob load-the-customer-orders-of-europe -Role role/loader-of-the-customer-orders -ScriptLocation "s3://$bucket/scripts/load.py" `
        -WorkerType G.1X -NumberOfWorkers 10 -Timeout 125
    Start-LakeGlueJob load-the-customer-orders-of-europe
    New-LakeCatalog s3tablescatalog -FederatedIdentifier 'arn:aws:s3tables:eu-central-1:000000000000:bucket/*' -ConnectionName aws:s3tables `
        -Description 'The table buckets of the data platform team'
    New-LakeGlueConnection the-shop-of-the-europe-team -ConnectionType JDBC -SecretId applications/sales/orders-database `
        -Property @{ JDBC_CONNECTION_URL = 'jdbc:postgresql://orders.europe.example.com:5432/customer_orders' }
    New-LakeGlueCrawler crawl-the-customer-orders-of-europe -Role role/loader-of-the-customer-orders -DatabaseName $database -Path "s3://$bucket/incoming/" `
        -Schedule '15 12 * * ? *'
    New-LakeGlueTrigger after-the-customer-orders-of-europe -Type Conditional -JobName load-the-customer-orders-of-europe `
        -AfterJobName load-the-customer-orders-of-europe -AfterCrawlerName crawl-the-customer-orders-of-europe
    $setting = [System.Collections.Generic.Dictionary[string, string]]::new()
    $setting['orphanFileRetentionPeriodInDays'] = '3'
    [LakeTools.GlueTableOptimizer]@{
        Type = 'orphan_file_deletion'; Enabled = $true; RoleArn = 'arn:aws:iam::000000000000:role/the-role-that-tidies-up'; LastRunState = 'in_progress'
        LastRunStartedOn = [datetime]::new(2026, 11, 24, 9, 5, 0); LastRunEndedOn = [datetime]::new(2026, 11, 24, 9, 6, 0)
        Setting = $setting
    }
    [LakeTools.GlueColumnStatistic]@{
        Name = 'order_amount_of_the_customer'; Type = 'decimal(10,2)'; NullCount = 3; DistinctCount = 12345; Minimum = 0.01d; Maximum = 99999999.99d
        AnalyzedTime = [datetime]::new(2026, 11, 24, 9, 5, 0)
    }
    [LakeTools.LakeLogEvent]::new([datetime]::new(2026, 11, 24, 9, 5, 0), 'word ' * 60, 'load-the-customer-orders-of-europe', 'jr_' + 'a' * 64)
    [LakeTools.LakeJobBookmark]::new('load-the-customer-orders-of-europe', 2, 3, 1, 'jr_' + 'a' * 64)
    $query = Start-LakeQuery "SELECT order_id, customer_email_address, year_of_order FROM $table" -DatabaseName $database
    $null = $query | Receive-LakeQuery
    $query | Get-LakeQuery
    Import-LakeData "s3://$bucket/incoming/*" -Column order_id:int, customer_email_address -Raw
    [pscustomobject]@{ order_id = 1 } | Export-LakeData "s3://$bucket/exports/of-the-sales-department/orders.json" -PassThru
    Test-LakeDefinition "$work/bad.yaml"
    Compare-LakeDefinition "$work/shop.yaml"
    Publish-LakeDefinition "$work/shop.yaml" -Confirm:$false
    Get-LakeDefinitionHistory the-shop-of-the-europe-team
    Start-LakeServer -Local "$Path-server" -PassThru
    Stop-LakeServer
}
