# What a Get command returns, piped into the command that makes such a thing, makes it with every property that it has. And piped into
# the Set command of its noun, it changes what is typed and nothing else.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"

    # Make: makes the thing $name with all that $with has. Get: reads it. Copy: what goes with the command that makes another one of it.
    # Own: properties that are the thing's own, or that the service gives it. Set: a change by the pipeline.
    $things = @(
        @{ noun = 'LakeGlueJob'; what = 'of Spark'
            make = { New-LakeGlueJob $name -Role role/Glue -ScriptLocation s3://copy-lake/a.py -Command glueetl -WorkerType G.1X -NumberOfWorkers 3 -GlueVersion 5.0 `
                    -ExecutionClass Flex -GlueConnectionName a, b -DefaultArgument @{ table = 'sales' } -NonOverridableArgument @{ k = 'v' } -JobRunQueuing -PythonVersion 3 `
                    -NotifyDelayMinutes 7 -SecurityConfiguration sc -MaxConcurrentRuns 4 -MaxRetries 2 -Timeout 90 -Description d -Tag @{ team = 'a' } }
            get = { Get-LakeGlueJob $name -IncludeTag }; set = @{ Description = 'y' }; own = 'Name', 'CreatedOn', 'LastModifiedOn' }
        @{ noun = 'LakeGlueJob'; what = 'of streams'
            make = { New-LakeGlueJob $name -Role role/Glue -ScriptLocation s3://copy-lake/a.py -Command gluestreaming -WorkerType G.1X -NumberOfWorkers 2 -MaintenanceWindow Sun:10 }
            get = { Get-LakeGlueJob $name -IncludeTag }; set = @{ Description = 'y' }; own = 'Name', 'CreatedOn', 'LastModifiedOn' }
        @{ noun = 'LakeGlueJob'; what = 'of Python'
            make = { New-LakeGlueJob $name -Role role/Glue -ScriptLocation s3://copy-lake/a.py -Command pythonshell -MaxCapacity 1 -PythonVersion 3.9 -DefaultArgument @{ a = 'b' } }
            get = { Get-LakeGlueJob $name }; set = @{ Description = 'y' }; own = 'Name', 'CreatedOn', 'LastModifiedOn' }
        @{ noun = 'LakeGlueJob'; what = 'with the least'; make = { New-LakeGlueJob $name -Role role/Glue -ScriptLocation s3://copy-lake/a.py }
            get = { Get-LakeGlueJob $name }; set = @{ Description = 'y' }; own = 'Name', 'CreatedOn', 'LastModifiedOn' }
        @{ noun = 'LakeGlueCrawler'; what = 'of every kind of target'
            make = { New-LakeGlueCrawler $name -Role role/Glue -DatabaseName shop -Path s3://copy-lake/a/, s3://copy-lake/b/ -Exclude '**.tmp', '{a,b}/**' -TablePrefix t_ `
                    -Schedule '15 12 * * ? *' -Classifier lines -UpdateBehavior Log -DeleteBehavior DeleteFromDatabase -RecrawlBehavior CrawlNewFoldersOnly `
                    -Configuration '{"Version":1.0}' -SecurityConfiguration sc -UseLakeFormationCredential -LakeFormationAccountId 000000000000 -Description d -DynamoDBTableName dyn
                Set-LakeGlueCrawler $name -JdbcPath shop/% -GlueConnectionName shop -Exclude x
                Set-LakeGlueCrawler $name -CatalogTable shop.lines, shop.more -DeltaPath s3://copy-lake/delta/
                Set-LakeGlueCrawler $name -IcebergPath s3://copy-lake/ice/ -HudiPath s3://copy-lake/hudi/ -Exclude y -GlueConnectionName other }
            get = { Get-LakeGlueCrawler $name }; set = @{ Description = 'y' }
            own = 'Name', 'State', 'LastCrawlStatus', 'LastCrawlOn', 'LastCrawlMessage', 'CreatedOn', 'LastModifiedOn' }
        @{ noun = 'LakeGlueCrawler'; what = 'with the least'; make = { New-LakeGlueCrawler $name -Role role/Glue -DatabaseName shop -Path s3://copy-lake/a/ }
            get = { Get-LakeGlueCrawler $name }; set = @{ Description = 'y' }; own = 'Name', 'State', 'LastCrawlStatus', 'LastCrawlOn', 'LastCrawlMessage', 'CreatedOn', 'LastModifiedOn' }
        @{ noun = 'LakeGlueTrigger'; what = 'on a schedule'
            make = { New-LakeGlueTrigger $name -Type Scheduled -Schedule '0 2 * * ? *' -JobName load -CrawlerName crawl -Argument @{ day = 'today' } -Description d }
            get = { Get-LakeGlueTrigger $name }; set = @{ Description = 'y' }; own = 'Name', 'State', 'WorkflowName' }
        @{ noun = 'LakeGlueTrigger'; what = 'on conditions'
            make = { New-LakeGlueTrigger $name -Type Conditional -JobName load -AfterJobName load -AfterCrawlerName crawl -AfterState Failed -Any }
            get = { Get-LakeGlueTrigger $name }; set = @{ Description = 'y' }; own = 'Name', 'State', 'WorkflowName' }
        @{ noun = 'LakeGlueTrigger'; what = 'on events'; make = { New-LakeGlueTrigger $name -Type Event -JobName load -EventBatchSize 5 -EventBatchWindow 60 }
            get = { Get-LakeGlueTrigger $name }; set = @{ Description = 'y' }; own = 'Name', 'State', 'WorkflowName' }
        @{ noun = 'LakeGlueTrigger'; what = 'on demand'; make = { New-LakeGlueTrigger $name -Type OnDemand -JobName load }
            get = { Get-LakeGlueTrigger $name }; set = @{ Description = 'y' }; own = 'Name', 'State', 'WorkflowName' }
        @{ noun = 'LakeGlueConnection'; what = 'with a secret'
            make = { New-LakeGlueConnection $name -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = 'jdbc:x' } -SecretId shop/db -SubnetId subnet-1 -SecurityGroupId sg-1, sg-2 `
                    -AvailabilityZone eu-central-1a -MatchCriterion a, b -Description d }
            get = { Get-LakeGlueConnection $name }; set = @{ Description = 'y' }; own = 'Name', 'Status', 'StatusReason', 'CreatedOn', 'LastModifiedOn', 'LastModifiedBy' }
        @{ noun = 'LakeGlueConnection'; what = 'with the least'; make = { New-LakeGlueConnection $name -ConnectionType NETWORK }
            get = { Get-LakeGlueConnection $name }; set = @{ Description = 'y' }; own = 'Name', 'Status', 'StatusReason', 'CreatedOn', 'LastModifiedOn', 'LastModifiedBy' }
        @{ noun = 'LakeCatalog'; what = 'of S3 Tables'; elsewhere = $true
            make = { New-LakeCatalog s3tablescatalog -FederatedIdentifier 'arn:aws:s3tables:us-east-1:000000000000:bucket/*' -ConnectionName aws:s3tables -ConnectionType aws:s3tables `
                    -DatabaseDefaultPermission None -TableDefaultPermission IamAllowedPrincipals -AllowFullTableExternalDataAccess -Parameter @{ a = 'b' } -Description d }
            get = { Get-LakeCatalog s3tablescatalog }; set = @{ Description = 'y' }; own = 'CreateTime', 'UpdateTime', 'ManagedWorkgroupName', 'ManagedWorkgroupStatus', 'StatusMessage' }
        @{ noun = 'LakeCatalog'; what = 'of Redshift'; elsewhere = $true
            make = { New-LakeCatalog warehouse -DataLakeAccess -DataTransferRoleArn arn:aws:iam::000000000000:role/mover -KmsKeyId arn:aws:kms:us-east-1:000000000000:key/1 }
            get = { Get-LakeCatalog warehouse }; set = @{ Description = 'y' }; own = 'CreateTime', 'UpdateTime' }
        @{ noun = 'LakeCatalog'; what = 'that is a link'; elsewhere = $true
            make = { New-LakeCatalog linked -TargetRedshiftCatalogArn arn:aws:glue:us-east-1:000000000000:catalog/warehouse }
            get = { Get-LakeCatalog linked }; set = @{ Description = 'y' }; own = 'CreateTime', 'UpdateTime' }
        @{ noun = 'GlueDatabase'; what = 'with all'
            make = { New-GlueDatabase $name -Description d -LocationUri s3://copy-lake/d/ -Parameter @{ a = 'b' } -Tag @{ team = 'a' } -TableDefaultPermission None }
            get = { Get-GlueDatabase $name -IncludeTag }; set = @{ Description = 'y' }; own = 'Name', 'DatabaseName', 'CreateTime' }
        @{ noun = 'GlueDatabase'; what = 'with the least'; make = { New-GlueDatabase $name }; get = { Get-GlueDatabase $name }; set = @{ Description = 'y' }; own = 'Name', 'DatabaseName', 'CreateTime' }
        @{ noun = 'GlueDatabase'; what = 'that is a link'; make = { New-GlueDatabase $name -TargetDatabaseName shop -TargetRegion eu-central-1 }; get = { Get-GlueDatabase $name }
            own = 'Name', 'DatabaseName', 'CreateTime' }
        @{ noun = 'GlueTable'; what = 'of quoted text'
            make = { New-GlueTable shop $name -Column id:int, 'n:string:what' -PartitionKey 'y:string:when' -Format Csv -Delimiter ';' -QuoteCharacter "'" -Header -Location s3://copy-lake/t/ `
                    -Description d -Parameter @{ a = 'b' } -SerdeParameter @{ x = 'y' } -TableType MANAGED_TABLE }
            get = { Get-GlueTable shop $name }; set = @{ Description = 'y' }; own = 'Name', 'TableName', 'VersionId', 'CreateTime', 'UpdateTime', 'CreatedBy' }
        @{ noun = 'GlueTable'; what = 'of Parquet'; make = { [pscustomobject]@{ Owner = 'ann' } | New-GlueTable shop $name -Column id:int -Format Parquet -Location s3://copy-lake/t/ }
            get = { Get-GlueTable shop $name }; set = @{ Description = 'y' }; own = 'Name', 'TableName', 'VersionId', 'CreateTime', 'UpdateTime', 'CreatedBy' }
        @{ noun = 'GlueTable'; what = 'with classes of its own'
            make = { New-GlueTable shop $name -Column id:int -Location s3://copy-lake/t/ -InputFormat a.In -OutputFormat a.Out -SerdeLibrary a.Serde -SerdeParameter @{ x = 'y' } }
            get = { Get-GlueTable shop $name }; set = @{ Description = 'y' }; own = 'Name', 'TableName', 'VersionId', 'CreateTime', 'UpdateTime', 'CreatedBy' }
        @{ noun = 'GlueTable'; what = 'of Delta'; make = { New-GlueTable shop $name -Column id:int -Location s3://copy-lake/t/ -Parameter @{ 'spark.sql.sources.provider' = 'delta'; table_type = 'DELTA' } }
            get = { Get-GlueTable shop $name }; set = @{ Description = 'y' }; own = 'Name', 'TableName', 'VersionId', 'CreateTime', 'UpdateTime', 'CreatedBy' }
        @{ noun = 'GlueTable'; what = 'without columns'; make = { New-GlueTable shop $name -Column @() }
            get = { Get-GlueTable shop $name }; set = @{ Description = 'y' }; own = 'Name', 'TableName', 'VersionId', 'CreateTime', 'UpdateTime', 'CreatedBy' }
        @{ noun = 'GlueTable'; what = 'that is a link'; make = { New-GlueTable shop $name -TargetDatabaseName shop -TargetTableName lines -TargetRegion eu-central-1 }
            get = { Get-GlueTable shop $name }; own = 'Name', 'TableName', 'VersionId', 'CreateTime', 'UpdateTime', 'CreatedBy' }
        @{ noun = 'GlueTable'; what = 'of Iceberg'
            make = { New-GlueTable shop $name -Format Iceberg -Column id:int, d:date -PartitionKey 'day(d)' -Location s3://copy-lake/ice1/ -Description d -Parameter @{ 'write.format.default' = 'orc' } }
            get = { Get-GlueTable shop $name -Metadata }
            copy = @{ Location = 's3://copy-lake/ice2/' }; set = @{ Description = 'y' }; own = 'Name', 'TableName', 'Location', 'VersionId', 'CreateTime', 'UpdateTime', 'CreatedBy', 'Parameter' }
        @{ noun = 'GluePartition'; what = 'with all'; make = { New-GluePartition shop $name -Value 1 -Location s3://copy-lake/p/ -Parameter @{ a = 'b' } }; key = @('DatabaseName', 'TableName')
            get = { Get-GluePartition shop $name }; set = @{ Parameter = @{ new = 'x' } }; own = 'TableName', 'CreateTime', 'Parameter' }
        @{ noun = 'LakeDataFilter'; what = 'with columns'; make = { New-LakeDataFilter shop lines $name -RowFilter 'id > 1' -ColumnName id, n }; get = { Get-LakeDataFilter shop lines $name }
            set = @{ RowFilter = 'id > 2' }; own = 'Name', 'FilterName', 'VersionId' }
        @{ noun = 'LakeDataFilter'; what = 'without columns'; make = { New-LakeDataFilter shop lines $name -ExcludedColumnName n }; get = { Get-LakeDataFilter shop lines $name }
            set = @{ RowFilter = 'id > 2' }; own = 'Name', 'FilterName', 'VersionId' }
        @{ noun = 'LakeTag'; what = 'with values'; make = { New-LakeTag $name -Value a, b }; get = { Get-LakeTag $name }; copy = @{ Key = 'copied' }; set = @{ Value = 'a', 'c' }; own = 'Key', 'TagKey' }
        @{ noun = 'LakeTagExpression'; what = 'with all'; make = { New-LakeTagExpression $name @{ zone = 'x', 'y' } -Description d }; get = { Get-LakeTagExpression $name }
            set = @{ Description = 'y' }; own = 'Name', 'TagExpressionName' }
        @{ noun = 'LakeTagExpression'; what = 'with the least'; make = { New-LakeTagExpression $name @{ zone = 'x' } }; get = { Get-LakeTagExpression $name }
            set = @{ Description = 'y' }; own = 'Name', 'TagExpressionName' }
        @{ noun = 'LakeOptIn'; what = 'on a condition'; elsewhere = $true
            make = { New-LakeOptIn role/analyst -DatabaseName shop -TableName lines -Condition 'context.iam.principalTags.getTag("team") == "sales"' }
            get = { Get-LakeOptIn -DatabaseName shop -TableName lines }; copy = @{}; own = 'LastModified', 'LastUpdatedBy' }
        @{ noun = 'LakePermission'; verb = 'Grant'; what = 'on a condition'; elsewhere = $true
            make = { Grant-LakePermission -Principal role/analyst -DatabaseName shop -TableName lines -ColumnName id -Permission SELECT -Condition 'context.iam.principalTags.getTag("team") == "sales"' }
            get = { Get-LakePermission role/analyst -DatabaseName shop -TableName lines }; copy = @{}; own = 'LastUpdated', 'LastUpdatedBy' }
        @{ noun = 'LakePermission'; verb = 'Grant'; what = 'with an option'; elsewhere = $true
            make = { Grant-LakePermission -Principal role/maker -DatabaseName shop -Permission CREATE_TABLE, ALTER -GrantablePermission ALTER }
            get = { Get-LakePermission role/maker -DatabaseName shop }; copy = @{}; own = 'LastUpdated', 'LastUpdatedBy' }
        @{ noun = 'LakePermission'; verb = 'Grant'; what = 'on all columns but one'; elsewhere = $true
            make = { Grant-LakePermission -Principal role/but -DatabaseName shop -TableName lines -ExcludedColumnName n -Permission SELECT }
            get = { Get-LakePermission role/but -DatabaseName shop -TableName lines }; copy = @{}; own = 'LastUpdated', 'LastUpdatedBy' }
        @{ noun = 'LakePermission'; verb = 'Grant'; what = 'on an LF-tag'; elsewhere = $true
            make = { Grant-LakePermission -Principal role/steward -TagKey zone -TagValue x, y -Permission ASSOCIATE }
            get = { Get-LakePermission role/steward }; copy = @{}; own = 'LastUpdated', 'LastUpdatedBy' }
        @{ noun = 'LakePermission'; verb = 'Grant'; what = 'by an expression'; elsewhere = $true
            make = { Grant-LakePermission -Principal role/tagged -TagExpression @{ zone = 'x', 'y' } -ResourceType Table -Permission SELECT, DESCRIBE }
            get = { Get-LakePermission role/tagged }; copy = @{}; own = 'LastUpdated', 'LastUpdatedBy' }
        @{ noun = 'LakeTagAssignment'; verb = 'Add'; what = 'on a column'; elsewhere = $true; make = { Add-LakeTagAssignment shop lines id -Tag @{ zone = 'x' } }
            get = { Get-LakeTagAssignment shop lines -ColumnName id }; copy = @{}; own = @() }
        @{ noun = 'LakeLocation'; verb = 'Register'; what = 'with a role'; elsewhere = $true
            make = { Register-LakeLocation s3://copy-lake/r/ -RoleArn role/Glue -HybridAccess -WithFederation -PrivilegedAccess -ExpectedOwnerAccountId 000000000000 }
            get = { Get-LakeLocation s3://copy-lake/r/ }; copy = @{}; own = 'LastModified', 'VerificationStatus' }
        @{ noun = 'LakeLocation'; verb = 'Register'; what = 'with the role of the service'; elsewhere = $true; make = { Register-LakeLocation s3://copy-lake/s/ -UseServiceLinkedRole }
            get = { Get-LakeLocation s3://copy-lake/s/ }; copy = @{}; own = 'LastModified', 'VerificationStatus' }
        @{ noun = 'LakeLocation'; verb = 'None'; what = 'to change'; make = { Register-LakeLocation s3://copy-lake/u/ -RoleArn role/Glue -HybridAccess -ExpectedOwnerAccountId 000000000000 }
            get = { Get-LakeLocation s3://copy-lake/u/ }; set = @{ RoleArn = 'role/Other' }; own = 'LastModified', 'VerificationStatus' }
        @{ noun = 'LakeSecret'; reader = 'LakeSecretInfo'; what = 'with copies'
            make = { New-LakeSecret $name -Value Kiesel-9 -Description d -KmsKeyId alias/key -Tag @{ team = 'a' } -ReplicaRegion eu-west-1, eu-west-2 }
            get = { Get-LakeSecretInfo $name }; copy = @{ Value = 'Kiesel-9' }; set = @{ Description = 'y' }
            own = 'Name', 'Arn', 'Id', 'Version', 'Replica', 'LastChangedDate', 'LastAccessedDate', 'CreatedDate' }
        @{ noun = 'LakeSecret'; reader = 'LakeSecretInfo'; what = 'with the least'; make = { New-LakeSecret $name -Value Kiesel-9 }
            get = { Get-LakeSecretInfo $name }; copy = @{ Value = 'Kiesel-9' }; set = @{ Description = 'y' }
            own = 'Name', 'Arn', 'Id', 'Version', 'LastChangedDate', 'LastAccessedDate', 'CreatedDate' }
        @{ noun = 'LakeRole'; what = 'for jobs'; make = { New-LakeRole $name -Path s3://copy-lake/a/, s3://copy-lake/b/ -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess -Tag @{ team = 'a' } }
            get = { Get-LakeRole $name }; own = 'Name', 'Arn', 'CreateDate' }
        @{ noun = 'LakeRole'; what = 'with the least'; make = { New-LakeRole $name -Service LakeFormation }; get = { Get-LakeRole $name }; own = 'Name', 'Arn', 'CreateDate' }
        @{ noun = 'LakeRole'; what = 'without policies'; make = { New-LakeRole $name -ManagedPolicyArn @() }; get = { Get-LakeRole $name }; own = 'Name', 'Arn', 'CreateDate' }
        @{ noun = 'LakeVpcEndpoint'; what = 'an interface'; elsewhere = $true
            make = { New-LakeVpcEndpoint Glue -VpcId vpc-0a1b2c3d -SubnetId subnet-0a1b2c3d, subnet-0a1b2c3e -SecurityGroupId sg-0a1b2c3d -PrivateDns -Tag @{ team = 'a' } }
            get = { Get-LakeVpcEndpoint | Where-Object Service -EQ Glue }; copy = @{}; own = 'Id', 'CreateDate', 'DnsName', 'EndpointUrl' }
        @{ noun = 'LakeVpcEndpoint'; what = 'a gateway'; elsewhere = $true; make = { New-LakeVpcEndpoint S3 -VpcId vpc-0a1b2c3d -RouteTableId rtb-0a1b2c3d }
            get = { Get-LakeVpcEndpoint | Where-Object Service -EQ S3 }; copy = @{}; own = 'Id', 'CreateDate', 'DnsName', 'EndpointUrl' }
    )
    $n = 0
    foreach ($thing in $things) { $n++; $thing.name = "thing$n"; $thing.other = "other$n"; $thing.restored = "restored$n" }
    $copied = foreach ($thing in $things | Where-Object { $_.verb -ne 'None' }) {
        $thing + @{ way = 'at once' }
        $thing + @{ way = 'from a file' }
    }
    $changed = $things | Where-Object { $_.set }

    # What is read and made, or changed, by commands of one noun, and has no case: nothing of it could be lost.
    $without = @{
        'New-LakeBucket' = 'a bucket has a name alone'; 'New-LakePassword' = 'returns nothing that Get commands return'; 'Set-LakeSetting' = 'the settings are one set, of which the command takes each on its own'
        'Set-LakeSecretPolicy' = 'the policy is the whole of it'
    }
    $pairs = Get-Command -Module LakeTools -CommandType Cmdlet | Where-Object { $_.Verb -in 'New', 'Set' -and -not $without[$_.Name] } | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $pairs | ForEach-Object { $_.things = $things }
    # Properties that the embedded lake never fills, that are read-only facts of other commands, or that tests of their own walk.
    $never = @{
        GlueTable = 'ViewOriginalText', 'ViewExpandedText', 'ViewDialect', 'Optimizer', 'ColumnStatistic', 'IsRegistered'
        LakeGlueCrawler = 'CatalogId'
        LakePermission = 'LastUsed', 'FilterName', 'TagExpressionName', 'DataLocation'
        LakeSecretInfo = 'Kind', 'Key', 'RotationEnabled', 'RotationLambdaArn', 'RotationDays', 'RotationSchedule', 'RotationDuration', 'NextRotationDate', 'LastRotatedDate',
            'DeletedDate', 'OwningService', 'Type', 'ExternalRotationRoleArn', 'ExternalRotationMetadata'
        LakeTagAssignment = 'InheritedFrom', 'IsInherited'
    }
    $kinds = $things | Group-Object { if ($_.reader) { $_.reader } else { $_.noun } } | ForEach-Object { @{ kind = $_.Name; cases = @($_.Group); never = @($never[$_.Name]) } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $folder = $TestDrive

    # A lake with what the things need.
    function New-CopyLake([string] $Name) {
        $lake = Connect-Lake -Local (Join-Path $folder $Name) -PassThru
        $null = New-LakeBucket copy-lake
        $null = New-GlueDatabase shop
        $null = New-GlueTable shop lines -Column id:int, n:string -PartitionKey y:string
        $null = New-LakeTag zone -Value x, y
        foreach ($job in 'load') { $null = New-LakeGlueJob $job -Role role/Glue -ScriptLocation s3://copy-lake/a.py }
        $null = New-LakeGlueCrawler crawl -Role role/Glue -DatabaseName shop -Path s3://copy-lake/a/
        $lake
    }

    $there = New-CopyLake there
    $second = New-CopyLake second
    $null = New-CopyLake here

    function Get-Text($Thing, [string] $Property) { 
        $value = $Thing.$Property
        if ($value -is [System.Collections.IDictionary]) {
            $sorted = [ordered]@{}
            $value.Keys | Sort-Object | ForEach-Object { $sorted[$_] = $value[$_] }
            $value = $sorted
        }
        ConvertTo-Json -InputObject $value -Depth 6 -Compress
    }

    function Compare-Thing($Before, $After, [string[]] $But) {
        foreach ($property in $Before.PSObject.Properties.Name | Where-Object { $_ -notin $But }) {
            Get-Text $After $property | Should -Be (Get-Text $Before $property) -Because $property
        }
    }

    function New-Thing($Case) {
        $name = $Case.name
        if ($Case.noun -eq 'GluePartition') { $name, $Case.other, $Case.restored | ForEach-Object { $null = New-GlueTable shop $_ -Column id:int -PartitionKey y:string -Location s3://copy-lake/x/ -ErrorAction Ignore } }
        $null = & $Case.make
        & $Case.get
    }
}

AfterAll { Disconnect-Lake }

Describe 'A <noun> <what>, copied <way>' -ForEach $copied {
    It 'has all that the first one has' {
        $case = $_
        Connect-Lake -Local (Join-Path $folder here)
        $before = & $get -ErrorAction Ignore
        if (-not $before) { $before = New-Thing $case }
        $before | Should -Not -BeNullOrEmpty
        $source = $before
        if ($way -eq 'from a file') {
            $file = Join-Path $folder "$name.xml"
            $before | Export-Clixml $file
            $source = Import-Clixml $file
        }
        $to = $way -eq 'from a file' ? $restored : $other
        $arguments = @{} + ($copy ?? @{})
        if ($elsewhere) { $arguments.Connection = $way -eq 'from a file' ? $second : $there }
        elseif ($noun -eq 'GluePartition') { $arguments.TableName = $to }
        elseif ($noun -eq 'LakeTag') { $arguments.Key = $to }
        else { $arguments.Name = $to }
        if ($arguments.Location -and $way -eq 'from a file') { $arguments.Location = 's3://copy-lake/ice3/' }
        $command = "$($verb ?? 'New')-$noun"
        $null = $source | & $command @arguments -ErrorAction Stop -WarningVariable warnings
        # Tags and policies that the Get command does not read are not copied, which is said: cases of their own.
        $warnings | Where-Object { $_.Message -notlike '*the tags, which*' -and $_.Message -notlike '*the resource policy, which*' } | Should -BeNullOrEmpty
        $name = $to
        if ($elsewhere) { Connect-Lake -Local (Join-Path $folder ($way -eq 'from a file' ? 'second' : 'there')) }
        Compare-Thing $before (& $get) $own
    }
}

Describe 'A <noun> <what>, piped into its Set command' -ForEach $changed {
    It 'changes in nothing but what is typed' {
        $case = $_
        Connect-Lake -Local (Join-Path $folder here)
        $case.name = $name = "set$name"
        $before = & $get -ErrorAction Ignore
        if (-not $before) { $before = New-Thing $case }
        $null = $before | & "Set-$noun" @set -ErrorAction Stop
        Compare-Thing $before (& $get) ($own + @($set.Keys) + 'UpdateTime' + 'LastModifiedOn' + 'LastModified' + 'VersionId' + 'TagValue')
        foreach ($key in $set.Keys) { if ($noun -ne 'GluePartition' -and $noun -ne 'LakeLocation') { (& $get).$key | Should -Be $set[$key] } }
    }
}

Describe 'The <kind> of these tests' -ForEach $kinds {
    It 'have something in every property' {
        $null = New-CopyLake "all-$kind"
        $made = foreach ($case in $cases) { New-Thing $case }
        $own = @($cases.own) + $never
        $empty = @($made)[0].PSObject.Properties.Name | Where-Object { $_ -notin $own } | Where-Object { -not ($made.$_ | Where-Object { $_ }) }
        $empty | Should -BeNullOrEmpty
    }
}

Describe 'What is piped' {
    BeforeAll {
        $null = New-CopyLake piped
        $null = New-LakeGlueJob etl -Role role/Glue -ScriptLocation s3://copy-lake/a.py -WorkerType G.1X -NumberOfWorkers 2 -DefaultArgument @{ a = 'b' } -Tag @{ team = 'a' }
    }

    It 'gives way to what is typed' {
        $copy = Get-LakeGlueJob etl -IncludeTag | New-LakeGlueJob -Name typed -NumberOfWorkers 5 -DefaultArgument @{ c = 'd' }
        $copy.NumberOfWorkers | Should -Be 5
        $copy.WorkerType | Should -Be G.1X
        "$($copy.DefaultArgument)" | Should -Be '--c=d'
        $copy = Get-LakeGlueJob etl | New-LakeGlueJob -Name capacity -MaxCapacity 4
        $copy.WorkerType | Should -BeNullOrEmpty
        $copy.MaxCapacity | Should -Be 4
        $copy = Get-LakeGlueCrawler crawl | New-LakeGlueCrawler -Name typed -JdbcPath shop/% -GlueConnectionName shop
        "$($copy.Target)" | Should -Be 'Jdbc: shop/%'
        $copy = Get-GlueTable shop lines | New-GlueTable -Name typed -Format Parquet -Parameter @{ owner = 'x' }
        $copy.SerdeLibrary | Should -BeLike *parquet*
        $copy.Parameter.classification | Should -Be parquet
        $copy.Parameter.delimiter | Should -BeNullOrEmpty
        $copy.Parameter.owner | Should -Be x
        $copy = Get-GlueTable shop lines | New-GlueTable -Name owned -Parameter @{ owner = 'x' }
        $copy.Parameter.classification | Should -Be csv
        $copy.Parameter.owner | Should -Be x
    }

    It 'gives nothing of the object before' {
        $jobs = (Get-LakeGlueJob etl), [pscustomobject]@{ Name = 'second'; Role = 'role/Glue'; ScriptLocation = 's3://copy-lake/b.py' } |
            ForEach-Object { $_ | Add-Member -PassThru -Force -NotePropertyName Nothing -NotePropertyValue 1 }
        $jobs[0] = [pscustomobject]@{ Name = 'first'; Role = 'role/Glue'; ScriptLocation = 's3://copy-lake/a.py'; Description = 'd'; MaxConcurrentRuns = 3; JobRunQueuing = $true }
        $made = $jobs | New-LakeGlueJob
        $made[0].Description | Should -Be d
        $made[0].JobRunQueuing | Should -BeTrue
        $made[1].Description | Should -BeNullOrEmpty
        $made[1].MaxConcurrentRuns | Should -Not -Be 3
        $made[1].JobRunQueuing | Should -BeFalse
    }

    It 'is a row of a CSV file' {
        $file = Join-Path $folder rows.csv
        Set-Content $file 'Name,Role,ScriptLocation,Command,MaxCapacity,MaxRetries,DefaultArgument,GlueConnectionName,JobRunQueuing,Description',
            'one,role/Glue,s3://copy-lake/a.py,pythonshell,1,2,"a=b; c=d","x, y",True,d', 'two,role/Glue,s3://copy-lake/a.py,,,,,,,'
        $made = Import-Csv $file | New-LakeGlueJob
        $made[0].MaxCapacity | Should -Be 1
        $made[0].MaxRetries | Should -Be 2
        $made[0].DefaultArgument['--c'] | Should -Be d
        $made[0].GlueConnectionName | Should -Be x, y
        $made[0].JobRunQueuing | Should -BeTrue
        $made[1].Command | Should -Be glueetl
        $made[1].Description | Should -BeNullOrEmpty
    }

    It 'is an object of a JSON file' {
        $made = '{"Name":"json","Role":"role/Glue","ScriptLocation":"s3://copy-lake/a.py","DefaultArgument":{"a":"b"},"Timeout":null}' | ConvertFrom-Json | New-LakeGlueJob
        $made.DefaultArgument['--a'] | Should -Be b
    }

    It 'gives its names alone where it is of another kind' {
        $null = New-LakeRole piped-role -Path s3://copy-lake/a/ -Tag @{ owner = 'x' }
        $job = Get-LakeRole piped-role | New-LakeGlueJob -Name of-role -ScriptLocation s3://copy-lake/a.py
        $job.Role | Should -BeLike *piped-role
        (Get-LakeGlueJob of-role -IncludeTag).Tag.Count | Should -Be 0
        $null = New-GlueTable shop placed -Column id:int -PartitionKey y:string -Location s3://copy-lake/placed/
        (Get-GlueTable shop placed | New-GluePartition -Value 1).Location | Should -Be s3://copy-lake/placed/y=1/
    }

    It 'is refused where a property is no value: <property>' -ForEach @(
        @{ property = 'MaxRetries'; row = @{ MaxRetries = '99' } }
        @{ property = 'MaxConcurrentRuns'; row = @{ MaxConcurrentRuns = 'many' } }
        @{ property = 'ExecutionClass'; row = @{ ExecutionClass = 'Fast' } }
        @{ property = 'Tag'; row = @{ Tag = 'team' } }
        @{ property = 'Tag'; row = @{ Tag = 'team=a; team=b' } }
        @{ property = 'DefaultArgument'; row = @{ DefaultArgument = 'a=1; a=2' } }
    ) {
        $row = [pscustomobject](@{ Name = 'bad'; Role = 'role/Glue'; ScriptLocation = 's3://copy-lake/a.py' } + $row)
        { $row | New-LakeGlueJob -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InputPropertyInvalid,*'
        Get-LakeGlueJob ba[d] | Should -BeNullOrEmpty
    }

    It 'is refused if it is a text, which has nothing to copy' {
        { 'abc' | New-LakeGlueJob -Name seen -Role role/Glue -ScriptLocation s3://copy-lake/a.py -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.InputPropertyInvalid,*'
        Get-LakeGlueJob see[n] | Should -BeNullOrEmpty
    }

    It 'is refused where something would be lost that makes it what it is' {
        $view = [LakeTools.GlueTable]@{ DatabaseName = 'shop'; Name = 'v'; ViewOriginalText = 'select 1' }
        { $view | New-GlueTable -Name seen -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ViewNotCopied,*'
        $database = [LakeTools.GlueDatabase]@{ Name = 'other'; TableDefaultPermission = 'Other' }
        { $database | New-GlueDatabase -Name seen -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InputPropertyInvalid,*'
        $role = [pscustomobject]@{ PSTypeName = 'Deserialized.LakeTools.LakeRole'; Name = 'both'; Arn = 'arn:aws:iam::000000000000:role/both'; Service = 'Glue', 'LakeFormation' }
        { $role | New-LakeRole -Name seen -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InputPropertyInvalid,*'
        { Get-LakeGlueCrawler crawl | Select-Object Name, Role, DatabaseName, @{ n = 'Target'; e = { "$($_.Target)" } } | New-LakeGlueCrawler -Name seen -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.InputPropertyInvalid,*'
    }

    It 'says that tags were not read, and copies those that were' {
        $null = New-LakeGlueCrawler tagged -Role role/Glue -DatabaseName shop -Path s3://copy-lake/a/ -Tag @{ team = 'a' }
        $null = Get-LakeGlueCrawler tagged | New-LakeGlueCrawler -Name untagged -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 1
        $null = Get-LakeGlueCrawler tagged | New-LakeGlueCrawler -Name retagged -Tag @{ team = 'b' } -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -BeNullOrEmpty
        $null = New-LakeGlueJob tagged -Role role/Glue -ScriptLocation s3://copy-lake/a.py -Tag @{ team = 'a' }
        $null = Get-LakeGlueJob tagged | New-LakeGlueJob -Name untagged -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 1
        $null = Get-LakeGlueJob tagged -IncludeTag | New-LakeGlueJob -Name retagged -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -BeNullOrEmpty
        (Get-LakeGlueJob retagged -IncludeTag).Tag['team'] | Should -BeExactly a
    }

    It 'says what it could not give' {
        $null = New-LakeGlueConnection typed -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = 'jdbc:x' } -Credential ([pscredential]::new('u', (ConvertTo-SecureString Kiesel-7 -AsPlainText -Force)))
        $null = Get-LakeGlueConnection typed | New-LakeGlueConnection -Name copied -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 1
        $null = Get-LakeGlueConnection typed | New-LakeGlueConnection -Name secret -SecretId shop/db -Tag @{ a = 'b' } -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -BeNullOrEmpty
        $role = [pscustomobject]@{ PSTypeName = 'Deserialized.LakeTools.LakeRole'; Name = 'own'; Arn = 'arn:aws:iam::000000000000:role/own'; Service = @('Glue'); InlinePolicyName = @('theirs'); Path = @('s3://copy-lake/secret/') }
        $made = $role | New-LakeRole -Name seen -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 1
        $made.Path | Should -BeNullOrEmpty
        $null = New-LakeSecret first -Value Kiesel-9
        $null = Get-LakeSecretInfo first | New-LakeSecret -Name second -Value Kiesel-9 -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 1
    }

    It 'says what the services have beyond it: <what>' -ForEach @(
        @{ what = 'a job'; lost = 3
            call = 'glue', 'create-job', '--name', 'visual', '--role', 'role/Glue', '--command', '{"Name":"glueetl","ScriptLocation":"s3://copy-lake/a.py","PythonVersion":"3"}', '--log-uri', 's3://copy-lake/log/',
                '--source-control-details', '{"Provider":"GITHUB","Repository":"r"}',
                '--code-gen-configuration-nodes', '{"node-1":{"S3CsvSource":{"Name":"n","Paths":["s3://copy-lake/a/"],"Separator":"comma","QuoteChar":"quote"}}}'
            copy = { Get-LakeGlueJob visual -IncludeTag | New-LakeGlueJob -Name copied @warn } }
        @{ what = 'a table'; lost = 7
            call = 'glue', 'create-table', '--database-name', 'shop', '--table-input', ('{"Name":"hive","Owner":"ann","Retention":7,"TableType":"EXTERNAL_TABLE","Parameters":{"classification":"csv","sizeKey":"9"},"StorageDescriptor":{"Columns":[{"Name":"a","Type":"int",' +
                    '"Parameters":{"x":"y"}}],"Location":"s3://copy-lake/h/","AdditionalLocations":["s3://copy-lake/h2/"],"NumberOfBuckets":2,"BucketColumns":["a"],"SortColumns":[{"Column":"a","SortOrder":1}],"Parameters":{"mine":"x","sizeKey":"9"},' +
                    '"SkewedInfo":{"SkewedColumnNames":["a"]},"SerdeInfo":{"Name":"hive","SerializationLibrary":"a.Serde"}}}')
            copy = { (Get-GlueTable shop hive | New-GlueTable -Name hivecopied @warn).Owner | Should -Be ann } }
        @{ what = 'a table of a crawler, which lacks nothing'; lost = 0
            call = 'glue', 'create-table', '--database-name', 'shop', '--table-input', ('{"Name":"crawled","Owner":"owner","Retention":0,"Parameters":{"classification":"csv","typeOfData":"file","objectCount":"1"},"StorageDescriptor":{"Columns":[{"Name":"a","Type":"int"}],' +
                    '"Location":"s3://copy-lake/c/","Compressed":false,"NumberOfBuckets":-1,"BucketColumns":[],"SortColumns":[],"StoredAsSubDirectories":false,"Parameters":{"classification":"csv","typeOfData":"file","objectCount":"2"},' +
                    '"SerdeInfo":{"SerializationLibrary":"a.Serde"}}}')
            copy = { Get-GlueTable shop crawled | New-GlueTable -Name crawledcopied @warn } }
        @{ what = 'a crawler'; lost = 2
            call = 'glue', 'create-crawler', '--name', 'deep', '--role', 'role/Glue', '--database-name', 'shop', '--lineage-configuration', 'CrawlerLineageSettings=ENABLE',
                '--targets', '{"S3Targets":[{"Path":"s3://copy-lake/i/","SampleSize":3}]}'
            copy = { Get-LakeGlueCrawler deep | New-LakeGlueCrawler -Name deepcopied -Tag @{ a = 'b' } @warn } }
        @{ what = 'a role with a condition'; lost = 1
            call = 'iam', 'create-role', '--role-name', 'guarded', '--assume-role-policy-document', ('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole",' +
                    '"Condition":{"StringEquals":{"aws:SourceAccount":"000000000000"}}}]}')
            copy = { Get-LakeRole guarded | New-LakeRole -Name guardedcopied @warn } }
    ) {
        $warn = @{ WarningVariable = 'said'; WarningAction = 'SilentlyContinue' }
        $server = Start-LakeServer -PassThru
        try {
            $env:AWS_ACCESS_KEY_ID = $server.AccessKey
            $env:AWS_SECRET_ACCESS_KEY = [System.Net.NetworkCredential]::new('', $server.SecretKey).Password
            & /usr/bin/aws --endpoint-url $server.Uri --region $server.Region --output json @call 2>&1 | Out-String | Should -Not -BeLike '*error*'
        }
        finally {
            Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY -ErrorAction Ignore
            $server | Stop-LakeServer
        }

        $null = . $copy
        $said | Should -HaveCount ([Math]::Min($lost, 1))
        # One part of the list for each setting.
        if ($lost) { ($said[0].Message -split ', ').Count | Should -Be $lost }
    }
}

Describe '<Name>' -ForEach $pairs {
    It 'is walked' {
        $reader = Get-Command "Get-$($Command.Noun)", "Get-$($Command.Noun)Info" -ErrorAction Ignore
        $reader | Should -Not -BeNullOrEmpty
        $things | Where-Object { $_.noun -eq $Command.Noun -and ($Command.Verb -eq 'New' -or $_.set) } | Should -Not -BeNullOrEmpty
    }
}
