import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Finding } from '../../../src/report/inspection/model.ts';
import { isOpenToFinding } from '../../../src/report/inspection/rules.ts';
import type { InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { Fact } from '../../components/Fact.tsx';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { Proofs } from '../evidence/Proofs.tsx';
import { FindingActs } from './FindingActs.tsx';
import { PhotoBox } from './PhotoBox.tsx';
import { RemedyForm } from './RemedyForm.tsx';
import { sayFinding, useComponents } from './say.ts';
import type { Field } from './useInspection.ts';

type Props = { finding: Finding; detail: InspectionDetailView; field: Field };

/** One finding: what was seen, what is to be done by whom until when, what proves it, and what whoever is here can do. */
export function FindingCard({ finding, detail, field }: Props) {
  const names = nameAgencies(detail.agencies);
  const nameOf = useComponents(Number(detail.inspection.day.slice(0, 4)));
  const { tone, word } = sayFinding(finding, detail.today);
  const { inspection, evidence, remedies } = detail;
  const known = inspection.findings.find(({ id }) => id === finding.id);
  const heldBy = known?.heldBy ?? finding.agencyId;
  const own = heldBy !== null && remedies.includes(heldBy);
  const piecesOf = (ids: readonly string[]) => evidence.filter(({ id }) => ids.includes(id));
  const takesEvidence = known !== undefined && isOpenToFinding(field.state, finding, 'evidence');
  const photo = {
    kind: 'media' as const,
    values: { subject: finding.text.slice(0, 200), place: finding.place ?? '', day: detail.today },
  };
  const { reported } = finding;
  return (
    <article className="card finding" aria-label={finding.text}>
      <p className="work-tags">
        <Tag tone={tone}>{word}</Tag>
        {known === undefined && <span className="muted">chưa gửi, giữ trên máy này</span>}
      </p>
      <h3 className="pre">{finding.text}</h3>
      {(finding.component || finding.place) && (
        <p className="muted">
          {[finding.component && nameOf(finding.component), finding.place].filter(Boolean).join('; ')}
        </p>
      )}
      <dl className="work-facts">
        <Fact name="Yêu cầu khắc phục">
          {finding.remedy && <span className="pre">{finding.remedy}</span>}
          {finding.due && (
            <span className="role">
              {heldBy && names.get(heldBy)}, chậm nhất ngày {sayDay(finding.due)}
              {finding.asked && finding.asked !== finding.due && ` (ngày nêu ${sayDay(finding.asked)} là ngày nghỉ)`}
            </span>
          )}
        </Fact>
        {reported && (
          <Fact name="Đơn vị báo">
            <span className="pre">{reported.text}</span>
            <span className="role">
              ngày {sayDay(reported.on)}
              {reported.without && `; không có tài liệu vì: ${reported.without}`}
            </span>
          </Fact>
        )}
        {finding.reason && (
          <Fact name="Lý do">
            <span className="pre">{finding.reason}</span>
          </Fact>
        )}
      </dl>
      {inspection.keeps && !own && isOpenToFinding(field.state, finding, 'evidence') && (
        <PhotoBox finding={finding} known={known !== undefined} today={detail.today} />
      )}
      <Proofs
        title="Ảnh, tài liệu của đoàn"
        button="Thêm ảnh, tài liệu"
        proves={{ of: 'findings', id: finding.id }}
        pieces={piecesOf(finding.shown)}
        adds={inspection.keeps && !own && takesEvidence}
        today={detail.today}
        begin={photo}
      />
      <Proofs
        title="Tài liệu chứng minh đã khắc phục"
        proves={{ of: 'findings', id: finding.id }}
        pieces={piecesOf(finding.proofs)}
        adds={own && takesEvidence && finding.status !== 'closed'}
        today={detail.today}
      />
      {own && known && isOpenToFinding(field.state, finding, 'remedy') && (
        <RemedyForm finding={finding} detail={detail} />
      )}
      {inspection.keeps && <FindingActs {...{ finding, detail, field }} />}
    </article>
  );
}
