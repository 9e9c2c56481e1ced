# What commands say if a write succeeds, and a call after it fails. The service keeps the write, so the error is not that of the write.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $folder = Join-Path $TestDrive 'lake'
    $null = Connect-Lake -Local $folder
    $null = New-LakeBucket data
    $null = New-GlueDatabase sales
    $null = New-GlueTable sales orders -Column id:int -Location s3://data/orders/ -PartitionKey day:string
    $null = New-GluePartition sales orders 1
    $null = New-LakeRole loader -Path s3://data/
    $null = New-LakeGlueJob etl -Role loader -ScriptLocation s3://data/none.py -Command glueetl
    $null = New-LakeGlueCrawler daily -Role loader -DatabaseName sales -Path s3://data/none/
    $null = New-LakeGlueTrigger nightly -Type Scheduled -Schedule '0 2 * * ? *' -JobName etl
    $null = New-LakeGlueTrigger now -Type OnDemand -JobName etl
    $null = New-LakeGlueConnection shop -ConnectionType NETWORK
    $null = New-LakeCatalog other -Description x
    $null = New-LakeDataFilter sales orders some -RowFilter 'id = 1'
    $null = New-LakeTag team red, blue
    $null = New-LakeTagExpression reds @{ team = 'red' }
    Register-LakeLocation s3://data -RoleArn arn:aws:iam::000000000000:role/loader
    $null = New-LakeSecret login -Value first
}

AfterAll { Disconnect-Lake }

Describe 'A result that cannot be read' {
    It '<Line>' -ForEach @(
        @{ Line = 'New-GlueDatabase fresh'; Read = 'GetDatabase'; Show = 'Get-GlueDatabase fresh' }
        @{ Line = 'New-GlueTable sales fresh -Column id:int -Location s3://data/fresh/'; Read = 'GetTable'; Show = 'Get-GlueTable sales fresh' }
        @{ Line = 'New-LakeGlueJob fresh -Role loader -ScriptLocation s3://data/x.py'; Read = 'GetJob'; Show = 'Get-LakeGlueJob fresh' }
        @{ Line = 'New-LakeGlueCrawler fresh -Role loader -DatabaseName sales -Path s3://data/x/'; Read = 'GetCrawler'; Show = 'Get-LakeGlueCrawler fresh' }
        @{ Line = 'New-LakeGlueTrigger fresh -Type OnDemand -JobName etl'; Read = 'GetTrigger'; Show = 'Get-LakeGlueTrigger fresh' }
        @{ Line = 'New-LakeGlueConnection fresh -ConnectionType NETWORK'; Read = 'GetConnection'; Show = 'Get-LakeGlueConnection fresh' }
        @{ Line = 'New-LakeCatalog fresh -Description x'; Read = 'GetCatalog'; Show = 'Get-LakeCatalog fresh' }
        @{ Line = 'New-LakeDataFilter sales orders fresh'; Read = 'GetDataCellsFilter'; Show = 'Get-LakeDataFilter sales orders fresh' }
        @{ Line = "New-LakeTagExpression fresh @{ team = 'blue' }"; Read = 'GetLFTagExpression'; Show = 'Get-LakeTagExpression fresh' }
        @{ Line = 'New-LakeSecret fresh -Value x'; Read = 'DescribeSecret'; Show = 'Get-LakeSecretInfo fresh' }
        @{ Line = 'New-LakeRole fresh -Path s3://data/'; Read = 'GetRole'; Show = 'Get-LakeRole fresh' }
        @{ Line = 'Set-LakeSetting -AllowExternalDataFiltering -PassThru'; Read = 'GetDataLakeSettings'; Skip = 1
            Show = 'if ((Get-LakeSetting).AllowExternalDataFiltering) { 1 }' }
        @{ Line = 'Start-LakeGlueCrawler daily'; Read = 'GetCrawler'; Show = 'Get-LakeGlueCrawler daily' }
    ) {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = $Read; Skip = $Skip ?? 0 }
        $said = @(. ([scriptblock]::Create("$Line -Connection `$bad -ErrorVariable errors -ErrorAction SilentlyContinue")))
        $said | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResultNotRead,*'
        @(& ([scriptblock]::Create($Show))).Count | Should -Be 1
    }

    It 'has the ID of a run that was started' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'GetJobRun' }
        Start-LakeGlueJob etl -Connection $bad -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResultNotRead,*'
        $errors[0].CategoryInfo.Category | Should -Be NotSpecified
        (Get-LakeGlueJobRun etl).Id | Should -Be $errors[0].TargetObject
    }

    It 'has the ID of a query that was started' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'GetQueryExecution' }
        Start-LakeQuery 'SELECT 1 AS one' -Connection $bad -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResultNotRead,*'
        (Get-LakeQuery).Id | Should -Be $errors[0].TargetObject
    }

    It 'is said of a trigger that was started' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'GetTrigger'; Skip = 1 }
        Start-LakeGlueTrigger now -Connection $bad -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResultNotRead,*'
        $errors[0].TargetObject | Should -Be now
    }

    It 'is not read without -PassThru: <Line>' -ForEach @(
        @{ Line = 'Set-GlueDatabase sales -Description new'; Read = 'GetDatabase'; Skip = 1 }
        @{ Line = 'Set-GlueTable sales orders -Description new'; Read = 'GetTable'; Skip = 1 }
        @{ Line = 'Set-GluePartition sales orders 1 -Location s3://data/moved/'; Read = 'GetPartition'; Skip = 1 }
        @{ Line = 'Set-LakeGlueJob etl -Description new'; Read = 'GetJob'; Skip = 1 }
        @{ Line = 'Set-LakeGlueCrawler daily -Description new'; Read = 'GetCrawler'; Skip = 1 }
        @{ Line = 'Set-LakeGlueTrigger nightly -Description new'; Read = 'GetTrigger'; Skip = 1 }
        @{ Line = 'Set-LakeGlueConnection shop -Description new'; Read = 'GetConnection'; Skip = 1 }
        @{ Line = 'Set-LakeCatalog other -Description new'; Read = 'GetCatalog'; Skip = 1 }
        @{ Line = "Set-LakeDataFilter sales orders some -RowFilter 'id = 2'"; Read = 'GetDataCellsFilter'; Skip = 1 }
        @{ Line = 'Set-LakeTagExpression reds -Description new'; Read = 'GetLFTagExpression'; Skip = 1 }
        @{ Line = 'Register-LakeLocation s3://data/more -RoleArn role/loader'; Read = 'DescribeResource'; Skip = 0 }
        @{ Line = 'Set-LakeLocation s3://data -HybridAccess'; Read = 'DescribeResource'; Skip = 1 }
        @{ Line = 'Set-LakeSecret login -Value second'; Read = 'DescribeSecret'; Skip = 0 }
        @{ Line = "Set-LakeSecretPolicy login -Policy @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Action = 'secretsmanager:GetSecretValue'; Resource = '*'; Principal = @{ AWS = 'arn:aws:iam::000000000000:role/loader' } }) }"
            Read = 'GetResourcePolicy'; Skip = 0 }
    ) {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = $Read; Skip = $Skip }
        & ([scriptblock]::Create("$Line -Connection `$bad -Confirm:`$false -ErrorAction Stop")) | Should -BeNullOrEmpty
        $bad.FaultCount | Should -Be 0
    }

    It 'is an error with -PassThru' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'GetDatabase'; Skip = 1 }
        { Set-GlueDatabase sales -Description newer -PassThru -Connection $bad -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ResultNotRead,*'
        (Get-GlueDatabase sales).Description | Should -Be newer
    }
}

Describe 'A change of several calls' {
    It 'says what was changed: <Line>' -ForEach @(
        @{ Line = 'Set-LakeSecret login -Value third -Tag @{ a = 1 }'; Show = 'Get-LakeSecret login -AsPlainText'; Is = 'third' }
        @{ Line = 'Set-LakeGlueJob etl -Description later -Tag @{ a = 1 }'; Show = '(Get-LakeGlueJob etl).Description' }
        @{ Line = 'Set-LakeGlueCrawler daily -Description later -Tag @{ a = 1 }'; Show = '(Get-LakeGlueCrawler daily).Description' }
        @{ Line = 'Set-LakeGlueTrigger nightly -Description later -Tag @{ a = 1 }'; Show = '(Get-LakeGlueTrigger nightly).Description' }
        @{ Line = 'Set-LakeGlueConnection shop -Description later -Tag @{ a = 1 }'; Show = '(Get-LakeGlueConnection shop).Description' }
        @{ Line = 'Set-GlueDatabase sales -Description later -Tag @{ a = 1 }'; Show = '(Get-GlueDatabase sales).Description' }
    ) {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'TagResource' }
        . ([scriptblock]::Create("$Line -Connection `$bad -Confirm:`$false -ErrorVariable errors -ErrorAction SilentlyContinue"))
        $errors.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ChangedPartly,*'
        & ([scriptblock]::Create($Show)) | Should -Be ($Is ?? 'later')
    }

    It 'is a plain error if nothing was changed' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'TagResource' }
        { Set-LakeGlueJob etl -Tag @{ a = 1 } -Connection $bad -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.Throttled,*'
    }

    It 'says which values of an LF-Tag were added' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'UpdateLFTag'; Skip = 1 }
        { Set-LakeTag team -AddValue (1..60) -Connection $bad -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ChangedPartly,*'
        (Get-LakeTag team).Value.Count | Should -Be 52
    }

    It 'names an LF-Tag that stays without all of its values' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'UpdateLFTag' }, @{ Kind = 'Throttle'; Operation = 'DeleteLFTag' }
        New-LakeTag long (1..60) -Connection $bad -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -BeLike 'LakeTools.TagLeftBehind,*'
        $errors[0].TargetObject | Should -Be long
        (Get-LakeTag long).Value.Count | Should -Be 50
    }

    It 'removes an LF-Tag that did not get all of its values' {
        $bad = Connect-Lake -Local $folder -NoDefault -Fault @{ Kind = 'Throttle'; Operation = 'UpdateLFTag' }
        { New-LakeTag longer (1..60) -Connection $bad -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.Throttled,*'
        Get-LakeTag | ForEach-Object Key | Should -Not -Contain longer
    }
}
